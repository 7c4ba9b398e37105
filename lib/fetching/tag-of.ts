import { createHash } from 'node:crypto'

/**
 * The tags that a caller knows, out of `If-None-Match`. A proxy that compresses makes a tag weak on its way out, so
 * that it comes back as W/"…": it still means the same values.
 */
export function knownTags(header: string | null | undefined): string[] {
  return [...(header ?? '').matchAll(/"[\x21\x23-\x7e]*"/g)].map(([tag]) => tag)
}

/** An entity tag that changes with every key, name and version that the caller reaches, and with what was asked of them. */
export function tagOf(keys: { id: string; name: string; version: number }[], asked: { previous: boolean }): string {
  const seen = JSON.stringify([asked.previous, ...keys.map(({ id, name, version }) => [id, name, version])])
  return `"${createHash('sha256').update(seen).digest('base64url').slice(0, 22)}"`
}
