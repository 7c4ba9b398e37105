import type { Confidence } from '#lib/providers/verdict'

export interface ModelCheck {
  status: 'present' | 'absent' | 'undecided'
  confidence: Confidence
  says: string
  /** The nearest names that the key may use. */
  near: string[]
}

/** Compares the model that an application asks for with what the provider lists for this very key. */
export function checkModel(wanted: string, listed: readonly string[], isWhole: boolean): ModelCheck {
  const name = bare(wanted)
  const found = listed.some((id) => bare(id) === name || bare(id) === `${name}:latest`)
  if (found) return { status: 'present', confidence: 'proven', says: `The list of models holds ${wanted}.`, near: [] }
  const near = nearest(name, listed)
  if (!isWhole)
    return {
      status: 'undecided',
      confidence: 'possible',
      says: `The part of the list that was read does not hold ${wanted}.`,
      near,
    }
  return {
    status: 'absent',
    confidence: 'proven',
    says: `The list of ${listed.length} models that this key may use does not hold ${wanted}.`,
    near,
  }
}

/** `models/gemini-2.5-pro` and `gemini-2.5-pro` are one model. */
function bare(id: string): string {
  return id
    .trim()
    .toLowerCase()
    .replace(/^models\//, '')
}

function nearest(name: string, listed: readonly string[]): string[] {
  const scored = listed.map((id) => ({ id: id.replace(/^models\//, ''), distance: distance(name, bare(id)) }))
  const limit = Math.max(4, Math.ceil(name.length * 0.6))
  return scored
    .filter((one) => one.distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ id }) => id)
}

/** Levenshtein's distance, over at most 100 letters; a shared beginning counts for more. */
function distance(a: string, b: string): number {
  const [from, to] = [a.slice(0, 100), b.slice(0, 100)]
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1),
      )
    row = next
  }
  return to.startsWith(from) ? (row[to.length] ?? 0) / 2 : (row[to.length] ?? 0)
}
