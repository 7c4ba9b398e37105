const UPPER = new Set([
  'url',
  'dns',
  'tcp',
  'tls',
  'http',
  'ip',
  'id',
  'api',
  'ca',
  'json',
  'html',
  'sni',
  'alpn',
  'ttl',
])
const UNITS: Record<string, string> = { ms: '(ms)', bytes: '(bytes)' }

/** `requestId` → `Request ID`, `durationMs` → `Duration (ms)`, `x-request-id` stays as it is: a header's own name. */
export function evidenceTerm(name: string): string {
  if (name.includes('-')) return name
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[\s_]+/)
    .map((word) => word.toLowerCase())
  const read = words.map((word, index) => (UPPER.has(word) ? word.toUpperCase() : (index > 0 && UNITS[word]) || word))
  const sentence = read.join(' ')
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
