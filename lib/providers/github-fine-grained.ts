import { github } from './github-answers.ts'
import type { Provider } from './provider.ts'

const KEY_SOURCE = 'gitleaks rules for GitHub tokens'

export const githubFineGrained: Provider = {
  ...github,
  id: 'github-fine-grained',
  name: 'GitHub fine-grained token',
  company: 'GitHub',
  keyFormats: [
    {
      kind: 'fine-grained personal access token',
      pattern: /^github_pat_[0-9A-Za-z_]{82}$/,
      example: (letters) => `github_pat_${letters(82)}`,
      role: 'usable',
      prefix: 'github_pat_',
      confirmed: true,
      source: KEY_SOURCE,
    },
    {
      kind: 'classic personal access token',
      pattern: /^ghp_[0-9A-Za-z]{36}$/,
      example: (letters) => `ghp_${letters(36)}`,
      role: 'wrong_kind',
      instead:
        'A classic token reaches everything that its owner may. Create a fine-grained token, or choose “GitHub classic token” as the provider.',
      prefix: 'ghp_',
      confirmed: true,
      source: KEY_SOURCE,
    },
    {
      kind: 'refresh token',
      pattern: /^ghr_[0-9A-Za-z]{36,}$/,
      example: (letters) => `ghr_${letters(76)}`,
      role: 'wrong_kind',
      instead: 'A refresh token only fetches other tokens. Store a fine-grained personal access token.',
      prefix: 'ghr_',
      confirmed: true,
      source: KEY_SOURCE,
    },
  ],
  links: {
    dashboard: 'https://github.com/settings/personal-access-tokens',
    docs: 'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens',
    support: 'https://support.github.com',
    statusPage: 'https://www.githubstatus.com',
  },
  environmentHint:
    'A fine-grained token is bound to one owner, a person or an organisation, and often to chosen repositories.',
}
