import { github } from './github-answers.ts'
import type { Provider } from './provider.ts'

const KEY_SOURCE = 'gitleaks and trufflehog rules for GitHub tokens'

export const githubClassic: Provider = {
  ...github,
  id: 'github-classic',
  name: 'GitHub classic token',
  keyFormats: [
    {
      kind: 'classic personal access token',
      pattern: /^ghp_[0-9A-Za-z]{36}$/,
      example: (letters) => `ghp_${letters(36)}`,
      role: 'usable',
      prefix: 'ghp_',
      confirmed: true,
      source: KEY_SOURCE,
    },
    {
      kind: 'OAuth or app user token',
      pattern: /^gh[ou]_[0-9A-Za-z]{36,}$/,
      example: (letters) => `gho_${letters(36)}`,
      role: 'usable',
      prefix: 'gho_',
      confirmed: true,
      source: KEY_SOURCE,
    },
    {
      kind: 'installation token of an app',
      pattern: /^ghs_[0-9A-Za-z._-]{36,}$/,
      example: (letters) => `ghs_${letters(36)}`,
      role: 'wrong_kind',
      instead: 'An installation token lives for an hour and acts for an app. Store a personal access token.',
      prefix: 'ghs_',
      confirmed: true,
      source: KEY_SOURCE,
    },
    {
      kind: 'refresh token',
      pattern: /^ghr_[0-9A-Za-z]{36,}$/,
      example: (letters) => `ghr_${letters(76)}`,
      role: 'wrong_kind',
      instead: 'A refresh token only fetches other tokens. Store the access token, or a personal access token.',
      prefix: 'ghr_',
      confirmed: true,
      source: KEY_SOURCE,
    },
    {
      kind: 'fine-grained personal access token',
      pattern: /^github_pat_[0-9A-Za-z_]{82}$/,
      example: (letters) => `github_pat_${letters(82)}`,
      role: 'wrong_kind',
      instead: 'Choose “GitHub fine-grained token” as the provider for this one.',
      prefix: 'github_pat_',
      confirmed: true,
      source: KEY_SOURCE,
    },
  ],
  links: {
    dashboard: 'https://github.com/settings/tokens',
    docs: 'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens',
    support: 'https://support.github.com',
    statusPage: 'https://www.githubstatus.com',
  },
  status: {
    kind: 'statuspage',
    url: 'https://www.githubstatus.com/api/v2/summary.json',
    components: /\b(api|git operations)\b/i,
  },
  permissionIncludes: {
    repo: ['repo:status', 'repo_deployment', 'public_repo', 'repo:invite', 'security_events'],
    'admin:org': ['write:org', 'read:org', 'manage_runners:org'],
    'write:org': ['read:org'],
    user: ['read:user', 'user:email', 'user:follow'],
    'write:packages': ['read:packages'],
    'admin:repo_hook': ['write:repo_hook', 'read:repo_hook'],
    'write:repo_hook': ['read:repo_hook'],
    'admin:public_key': ['write:public_key', 'read:public_key'],
    'write:public_key': ['read:public_key'],
    'admin:gpg_key': ['write:gpg_key', 'read:gpg_key'],
    'write:gpg_key': ['read:gpg_key'],
  },
}
