import type { Command } from '../cli/command.ts'

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
/** What every command that asks a server takes. */
const where = { url: text, ca: text }
const PLACE = '[PROJECT/ENVIRONMENT]'
const PLACE_SAYS =
  'Without PROJECT/ENVIRONMENT: CLAVIGER_PROJECT and CLAVIGER_ENVIRONMENT, else those of claviger login, else those that the\nscoped key is for.'
const KEY_SAYS = 'KEY is an id, or PROJECT/ENVIRONMENT/NAME.'

/** What asks a server, in the order of `--help`. */
export const clientCommands: Command[] = [
  {
    name: 'login',
    usage: '[URL] [--project P --environment E] [--ca FILE]',
    summary: 'Keep the address and a token, after they were tried.',
    details: `Reads the token from standard input, or asks for it without showing it: a personal access token, or a scoped key.
It is kept in ~/.config/claviger/config.json, readable by you alone. CLAVIGER_URL and CLAVIGER_TOKEN go before it.

  printf %s "$TOKEN" | claviger login https://keys.example.com

--ca names a file of certificate authorities to trust beside the usual ones. Proxies are those of HTTPS_PROXY.`,
    options: { ...where, project: text, environment: text },
    optionalWords: 1,
    load: () => import('./commands/login.ts'),
  },
  {
    name: 'logout',
    usage: '',
    summary: 'Forget the address and the token on this machine.',
    details: 'The token stays valid: revoke it in Claviger if it should not.',
    load: () => import('./commands/logout.ts'),
  },
  {
    name: 'whoami',
    usage: '[--json]',
    summary: 'Say whose token is in use, and what it may.',
    details: 'Changes nothing.',
    options: { ...where, json: flag },
    load: () => import('./commands/whoami.ts'),
  },
  {
    name: 'projects',
    usage: '[--json]',
    summary: 'List projects and their environments.',
    details: 'Needs a personal access token.',
    options: { ...where, json: flag },
    load: () => import('./commands/projects.ts'),
  },
  {
    name: 'keys',
    usage: `${PLACE} [--status S] [--json]`,
    summary: 'List keys: name, provider, status, never a value.',
    details:
      'Needs a personal access token. --status is one of revoked, expired, failing, expiring, warned, paired, unknown, untested.',
    options: { ...where, status: text, json: flag },
    optionalWords: 1,
    load: () => import('./commands/keys.ts'),
  },
  {
    name: 'fetch',
    usage: `${PLACE} [--format dotenv|shell|json] [--names A,B] [--output FILE] [--reason R]`,
    summary: 'Print the values of an environment.',
    details: `As a .env unless --format says otherwise. --output writes a file that only you can read, whole or not at all.
A person needs --reason where the environment is protected.

  eval "$(claviger fetch assistant/development --format shell)"

${PLACE_SAYS}`,
    options: { ...where, format: text, names: text, output: text, reason: text },
    optionalWords: 1,
    load: () => import('./commands/fetch.ts'),
  },
  {
    name: 'run',
    usage: `${PLACE} [--names A,B] [--on-change restart|SIGNAL|nothing] [--no-cache] -- COMMAND`,
    summary: 'Run a command with the values as environment variables.',
    details: `The command gets every value under the name of its key, and all of this environment but CLAVIGER_TOKEN. Its exit code is
ours. When a value changes it is restarted; --on-change SIGHUP sends that signal instead, nothing only says so.
While Claviger cannot be reached the command goes on with what it has, and starts with what was fetched last: that
is kept in ~/.cache/claviger, encrypted under the token, unless --no-cache is given.

  claviger run assistant/production -- node server.js`,
    options: { ...where, names: text, 'on-change': text, 'no-cache': flag, reason: text },
    optionalWords: 1,
    takesCommand: true,
    load: () => import('./commands/run.ts'),
  },
  {
    name: 'watch',
    usage: `${PLACE} [--names A,B] -- COMMAND`,
    summary: 'Run a command each time that a value changes.',
    details: `The values are not fetched, only that they changed: for programs that fetch by themselves when they are told.

  claviger watch assistant/production -- openclaw secrets reload`,
    options: { ...where, names: text },
    optionalWords: 1,
    takesCommand: true,
    load: () => import('./commands/watch.ts'),
  },
  {
    name: 'test',
    usage: 'KEY [--json]',
    summary: 'Test a key against its provider, and say why it fails.',
    details: `Exit code 0 where it pairs, 1 where it does not. ${KEY_SAYS}`,
    options: { ...where, json: flag },
    words: 1,
    wordIs: 'The key',
    load: () => import('./commands/test.ts'),
  },
  {
    name: 'add',
    usage: 'PROJECT/ENVIRONMENT/NAME --provider P [--base-url U] [--expires-at T]',
    summary: 'Store a key; its value is read from standard input.',
    details:
      'The value is never an argument: those can be read by everyone on the machine, and stay in the shell’s history.\n\n  pbpaste | claviger add assistant/development/OPENAI_API_KEY --provider openai',
    options: { ...where, provider: text, 'base-url': text, 'expires-at': text },
    required: ['provider'],
    words: 1,
    wordIs: 'The place and name of the key',
    load: () => import('./commands/add.ts'),
  },
  {
    name: 'rotate',
    usage: 'KEY [--automatic] [--reason R]',
    summary: 'Replace the value of a key; the new one is read from standard input.',
    details: `It is tested first, and nothing changes where its provider does not accept it; --untested leaves that out. The old value
stays valid for a day. With --automatic Claviger makes the new value itself, where the key is set up for it. ${KEY_SAYS}`,
    options: { ...where, reason: text, untested: flag, automatic: flag },
    words: 1,
    wordIs: 'The key',
    load: () => import('./commands/rotate.ts'),
  },
  {
    name: 'import',
    usage: 'FILE PROJECT/ENVIRONMENT [--format dotenv|json|yaml|csv] [--yes] [--json]',
    summary: 'Store what stands in a file; says first what would happen.',
    details:
      'Reads a .env, or JSON, YAML or CSV as Doppler, Infisical, 1Password and HashiCorp Vault export them. FILE may be -,\nfor standard input. Without --yes nothing is stored. Nothing is half stored.',
    options: { ...where, format: text, yes: flag, json: flag },
    words: 2,
    wordIs: 'The file, or the environment,',
    load: () => import('./commands/import.ts'),
  },
  {
    name: 'undo-import',
    usage: 'ID',
    summary: 'Take an import back as one, where nothing of it was changed since.',
    details: 'ID is what claviger import printed.',
    options: where,
    words: 1,
    wordIs: 'The id of the import',
    load: () => import('./commands/undo-import.ts'),
  },
  {
    name: 'export',
    usage: `PROJECT/ENVIRONMENT --reason R [--format dotenv|shell|json] [--output FILE]`,
    summary: 'Print all values of an environment, for a manager with a reason.',
    details: 'Every value leaves at once, and the audit log says so. --output writes a file that only you can read.',
    options: { ...where, reason: text, format: text, output: text },
    required: ['reason'],
    words: 1,
    wordIs: 'The environment',
    load: () => import('./commands/export.ts'),
  },
  {
    name: 'scan',
    usage: '[PATH…] [--staged] [--offline] [--install-hook] [--json]',
    summary: 'Find keys in files, before they are committed.',
    details: `Looks in all files below PATH, or here, but those that git ignores; --staged looks at what would be committed. Names
file and line, and whose key or which stored value it is, never the key. Exit code 5 where something was found.
Keys of known providers are found by their form; values that Claviger holds by salted digests that it gives to whoever
may open them: values without blanks or quotes, as they are, in base64, base64url or hex, percent-encoded, or escaped as in
JSON. --offline leaves that out.
--install-hook makes git run it before each commit in this repository. A line with claviger:allow is passed over.`,
    options: { ...where, staged: flag, offline: flag, 'install-hook': flag, json: flag },
    optionalWords: 1000,
    load: () => import('./commands/scan.ts'),
  },
  {
    name: 'completion',
    usage: 'bash|zsh|fish',
    summary: 'Print what makes a shell complete the commands.',
    details: '  claviger completion bash > ~/.local/share/bash-completion/completions/claviger',
    words: 1,
    wordIs: 'The shell',
    load: () => import('./commands/completion.ts'),
  },
]
