export type YamlValue = string | boolean | YamlValue[] | { [name: string]: YamlValue }

/** As much YAML as an export needs: maps and lists in blocks, every text in quotation marks as JSON writes it, which YAML reads. */
export function toYaml(value: { [name: string]: YamlValue }): string {
  return `${mapLines(value).join('\n')}\n`
}

function mapLines(map: { [name: string]: YamlValue }): string[] {
  return Object.entries(map).flatMap(([name, value]) => {
    const key = /^[A-Za-z_][\w-]*$/.test(name) ? name : JSON.stringify(name)
    if (typeof value !== 'object') return [`${key}: ${JSON.stringify(value)}`]
    const lines = Array.isArray(value) ? listLines(value) : mapLines(value)
    if (lines.length === 0) return [`${key}: ${Array.isArray(value) ? '[]' : '{}'}`]
    return [`${key}:`, ...lines.map((line) => `  ${line}`)]
  })
}

function listLines(list: YamlValue[]): string[] {
  return list.flatMap((value) => {
    if (typeof value !== 'object') return [`- ${JSON.stringify(value)}`]
    const [first = '{}', ...rest] = Array.isArray(value) ? listLines(value) : mapLines(value)
    return [`- ${first}`, ...rest.map((line) => `  ${line}`)]
  })
}
