const MARKER = /^claviger-(rot-[0-9a-z]{26})-(\d{1,4})$/

/** The name of a key at its provider: says which rotation made it, and at which attempt. Letters, digits and dashes only. */
export function markerOf(rotationId: string, attempt: number): string {
  return `claviger-${rotationId.replace('_', '-')}-${attempt}`
}

/** Which rotation made the key of this name; null where none did. */
export function readMarker(name: string | null): { rotationId: string; attempt: number } | null {
  const [, id, attempt] = MARKER.exec(name ?? '') ?? []
  return id && attempt ? { rotationId: id.replace('-', '_'), attempt: Number(attempt) } : null
}
