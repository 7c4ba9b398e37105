import { createHash } from 'node:crypto'

/** An entity tag that changes with every key, name and version that the caller reaches, and with what was asked of them. */
export function tagOf(keys: { id: string; name: string; version: number }[], asked: { previous: boolean }): string {
  const seen = JSON.stringify([asked.previous, ...keys.map(({ id, name, version }) => [id, name, version])])
  return `"${createHash('sha256').update(seen).digest('base64url').slice(0, 22)}"`
}
