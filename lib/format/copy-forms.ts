/** Where a secret is pasted, and the text that is pasted there. */
export interface CopyForm {
  id: string
  label: string
  text: string
}

interface Named {
  /** The variable that it is known by. */
  name: string
  secret: string
}

/** A secret in the forms that people paste. */
export function copyForms({ name, secret }: Named): CopyForm[] {
  return [
    { id: 'value', label: 'Value', text: secret },
    { id: 'export', label: 'export line', text: `export ${name}=${shellQuoted(secret)}` },
    { id: 'dotenv', label: '.env', text: `${name}=${shellQuoted(secret)}` },
    { id: 'docker', label: 'Docker', text: `--env ${name}=${shellQuoted(secret)}` },
    { id: 'github', label: 'GitHub Actions', text: `gh secret set ${name} --body ${shellQuoted(secret)}` },
    { id: 'openclaw', label: 'OpenClaw', text: openClawToken(secret) },
    { id: 'kubernetes', label: 'Kubernetes secret', text: kubernetesSecret({ name, secret }) },
  ]
}

/** The one command that a program needs to start with its values. Names the variable, and holds no secret. */
export function fetchCommand(origin: string, project: string, environment: string, variable: string): string {
  return `curl -fsS -H "Authorization: Bearer $${variable}" "${origin}/api/v1/fetch/${project}/${environment}?format=dotenv"`
}

/** Writes it where the resolver of OpenClaw looks, readable by its owner alone. */
function openClawToken(secret: string): string {
  const folder = '~/.openclaw/bin'
  return `mkdir -p ${folder} && (umask 077; printf %s ${shellQuoted(secret)} > ${folder}/claviger.token)`
}

function kubernetesSecret({ name, secret }: Named): string {
  const metadata = name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return [
    'apiVersion: v1',
    'kind: Secret',
    'metadata:',
    `  name: ${metadata.replace(/^-|-$/g, '') || 'secret'}`,
    'type: Opaque',
    'stringData:',
    // JSON's strings are YAML's.
    `  ${name}: ${JSON.stringify(secret)}`,
    '',
  ].join('\n')
}

/** Safe in a shell, whatever it holds. */
function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
