import type { Provider } from '#lib/providers/provider'

/** The same request for a shell; the key is named as a variable that the reader sets, never written out. */
export function buildCurl(provider: Provider, baseUrl: string, variable: string): string {
  const { method, path, headers, body, authorize } = provider.proof
  const lines = [
    `curl -sS -i${method === 'GET' ? '' : ` -X ${method}`} ${quote(`${baseUrl}${path}`)}`,
    ...Object.entries(headers ?? {}).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    // Double quotes, so that the shell puts the variable in.
    ...Object.entries(authorize(`$${variable}`)).map(([name, value]) => `-H "${name}: ${value}"`),
    ...(body === undefined ? [] : [`--data ${quote(body)}`]),
  ]
  return lines.join(' \\\n  ')
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
