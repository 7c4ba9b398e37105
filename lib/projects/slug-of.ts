/** A short name for addresses, made from a name: `Zahlung & Käufe` → `zahlung-kaufe`. Names without a Latin letter give `project`. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '')
  return slug || 'project'
}
