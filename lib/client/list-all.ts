import type { Server } from './server.ts'

/** Every item of a list, page after page. */
export async function listAll<T>(server: Server, path: string, query: Record<string, string> = {}): Promise<T[]> {
  const items: T[] = []
  let cursor: string | null = null
  do {
    const asked = new URLSearchParams({ ...query, limit: '200', ...(cursor ? { cursor } : {}) })
    const page: { items: T[]; nextCursor: string | null } = await server.ask('GET', `${path}?${asked}`)
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor)
  return items
}
