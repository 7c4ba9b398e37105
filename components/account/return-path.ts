/** Where to go afterwards: only a path of our own, never another site. */
export function safeReturnPath(path: string | null | undefined): string {
  if (!path || !/^\/(?![/\\])/.test(path) || /[\t\r\n\\]/.test(path)) return '/'
  return path
}
