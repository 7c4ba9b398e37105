/** Refusals of the fields under a name, by the field: `application.clock` → `clock`. */
export function errorsUnder(name: string, errors: { path: string; message: string }[]): Record<string, string> {
  const under = errors.filter(({ path }) => path.startsWith(`${name}.`))
  return Object.fromEntries(under.map(({ path, message }) => [path.slice(name.length + 1), message]))
}
