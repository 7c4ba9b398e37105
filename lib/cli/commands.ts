import type { Command } from './command.ts'

const email = { email: { type: 'string' } } as const

/** What works on the machine itself, in the order of `--help`. */
export const operatorCommands: Command[] = [
  {
    name: 'admin create',
    usage: '--email E [--name N]',
    summary: 'Add an owner or admin; the first one is owner.',
    details: `Reads the password from standard input, or asks for it without showing it:

  npx claviger admin create --email admin@example.com < password.txt`,
    options: { ...email, name: { type: 'string' } },
    required: ['email'],
    load: () => import('./commands/admin-create.ts'),
  },
  {
    name: 'admin reset-password',
    usage: '--email E',
    summary: 'Give a member a new password and end all of their sessions.',
    details: 'Reads the new password from standard input, or asks for it without showing it.',
    options: email,
    required: ['email'],
    load: () => import('./commands/admin-reset-password.ts'),
  },
  {
    name: 'token create',
    usage: '--user E --name N [--days 30]',
    summary: 'Make a personal access token for a member.',
    details: `Prints the token, alone, on standard output; it is never shown again. It has exactly the rights of its
member, ends after 30 days unless --days says otherwise (1 to 365), and can be revoked at any time.

  CLAVIGER_TOKEN=$(npx claviger token create --user admin@example.com --name deploy)`,
    options: { user: { type: 'string' }, name: { type: 'string' }, days: { type: 'string' } },
    required: ['user', 'name'],
    load: () => import('./commands/token-create.ts'),
  },
  {
    name: 'prove-value',
    usage: 'NAME --salt S',
    summary: 'Prove which value the application holds, without showing it.',
    details: `Run it where the application runs, with the salt that the step "key" of a troubleshooting gives. Reads the
environment variable NAME, or with - standard input as it comes; the value is never an argument. Prints the
HMAC-SHA-256 of the value under the salt, and the class of its length. Works without an installation or a network.

  npx claviger prove-value OPENAI_API_KEY --salt 4f1c…
  kubectl exec deploy/app -- sh -c 'printf %s "$OPENAI_API_KEY"' | npx claviger prove-value - --salt 4f1c…

The same without Claviger:

  printf %s "$OPENAI_API_KEY" | openssl dgst -sha256 -hmac 4f1c…`,
    options: { salt: { type: 'string' } },
    required: ['salt'],
    words: 1,
    wordIs: 'The name of the environment variable, or -,',
    load: () => import('./commands/prove-value.ts'),
  },
  {
    name: 'doctor',
    usage: '',
    summary: 'Check database, migrations, master key, clock, network and Node.js.',
    details: `One sentence for each check, marked ok, warn or fail. Exit code 1 when one failed, else 0. Changes nothing.`,
    load: () => import('./commands/doctor.ts'),
  },
  {
    name: 'backup',
    usage: 'FILE',
    summary: 'Write everything into one file, as it stood at one moment.',
    details: `Works while the server runs. The file holds values as ciphertext only, and the master key is NOT in it: without
the master key, or the recovery key, a backup restores names and history but opens no value.
Readable by its owner alone; written under FILE.partial and renamed when it is whole; never overwrites a file.`,
    words: 1,
    load: () => import('./commands/backup.ts'),
  },
  {
    name: 'restore',
    usage: 'FILE',
    summary: 'Load a backup into an empty database.',
    details: `Reads the whole file first and refuses one that was cut short, changed, or made by a newer version. Refuses a
database that holds anything. Then put the master key where it was (master.key in the data folder, or the
settings), or bring it back with: npx claviger recovery-key restore

  CLAVIGER_DATA_DIR=/srv/claviger npx claviger restore FILE

Exit code 78 when everything was restored and only the master key is missing.`,
    words: 1,
    load: () => import('./commands/restore.ts'),
  },
  {
    name: 'recovery-key',
    usage: '',
    summary: 'Make and print a recovery key, which replaces a lost master key.',
    details: `Prints it once, alone, on standard output. Write it down or store it away from this machine and from the backups.
An earlier recovery key stops working for this database; backups made before still open with it.`,
    load: () => import('./commands/recovery-key.ts'),
  },
  {
    name: 'recovery-key confirm',
    usage: '',
    summary: 'Prove that the recovery key was kept, which ends the reminders.',
    details: 'Reads the last group of five characters of your copy from standard input, or asks for it.',
    load: () => import('./commands/recovery-key-confirm.ts'),
  },
  {
    name: 'recovery-key restore',
    usage: '',
    summary: 'Make a new master key when the old one is lost.',
    details: `Reads the recovery key from standard input, or asks for it without showing it. Writes a new master.key into the
data folder, never over one that exists; where the settings give the master key, that one is used.`,
    load: () => import('./commands/recovery-key-restore.ts'),
  },
  {
    name: 'master-key rotate',
    usage: '[--new-key FILE]',
    summary: 'Replace the master key; a running server is not disturbed.',
    details: `Makes a new master.key in the data folder and keeps the old one beside it as master.key.DATE.old: keep that as long
as you keep backups made before, and then delete it. Killed at any moment, the next start finds the right file.
Where the settings give the master key, --new-key names a file with the new one (openssl rand -base64 32), and
the settings must be changed afterwards. The recovery key stays valid.`,
    options: { 'new-key': { type: 'string' } },
    load: () => import('./commands/master-key-rotate.ts'),
  },
  {
    name: 'audit verify',
    usage: '',
    summary: 'Check that nobody changed, removed or inserted an audit event.',
    details: 'Exit code 1 when the chain is broken; names the events where it is.',
    load: () => import('./commands/audit-verify.ts'),
  },
]
