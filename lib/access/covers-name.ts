/** Whether a list of names, in which `*` stands for any characters, covers a name. An empty list covers nothing. */
export function coversName(patterns: readonly string[], name: string): boolean {
  return patterns.some((pattern) => pattern === '*' || pattern === name || matches(pattern, name))
}

/** Walks both from left to right: a pattern of many stars must not cost more than its length times the name's. */
function matches(pattern: string, name: string): boolean {
  const [start = '', ...rest] = pattern.split('*')
  const end = rest.pop()
  if (end === undefined || !name.startsWith(start)) return false
  let at = start.length
  for (const part of rest) {
    const found = name.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return name.length >= at + end.length && name.endsWith(end)
}
