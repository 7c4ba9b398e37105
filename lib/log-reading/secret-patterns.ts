import { catalog } from '#lib/providers/catalog'
import { FOREIGN_FORMATS } from '#lib/providers/foreign-formats'

/** Starts that are ordinary words or too short say nothing by themselves. */
const DISTINCTIVE_START = /^(?=.{3,})[A-Za-z0-9]*[-_.][\w.-]*$/
/** A key may follow a letter only where that is the end of an escape: `\n`, `%20`, a code of four digits. */
const BOUNDARY = '(?:(?<![A-Za-z0-9])|(?<=\\\\[nrtbf])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\u[0-9A-Fa-f]{4}))'

/**
 * Whole keys of every form that names its company, wherever they stand, with whatever is glued to their end. A form that
 * begins with a bracket is a file of JSON, whose secrets stand in named fields.
 */
const WHOLE = [
  ...catalog.flatMap(({ keyFormats }) => keyFormats.filter(({ isShared, prefix }) => !isShared && /^\w./.test(prefix))),
  ...FOREIGN_FORMATS.map(({ pattern }) => ({ pattern, prefix: '' })),
].map(({ pattern, prefix }) => {
  // A start of two or three characters ends many a word.
  const before = prefix.length > 3 ? '' : BOUNDARY
  const flags = pattern.flags.includes('i') ? 'gi' : 'g'
  return new RegExp(`${before}(?:${inside(pattern.source)})(?:[\\w-]|[.:](?=[\\w-]))*`, flags)
})

const STARTS = [
  ...new Set(catalog.flatMap(({ keyFormats }) => keyFormats.map(({ prefix }) => prefix))),
  ...['clv_', 'Bearer ey', 'github_pat_', 'xapp-', 'ya29.', 'hf_'],
].filter((start) => DISTINCTIVE_START.test(start))

/** The start of a key and some more: a key that was cut off, or has a form newer than the catalogue. */
const BEGUN = new RegExp(`${BOUNDARY}(?:${STARTS.map(quoteForPattern).join('|')})[A-Za-z0-9_.-]{10,}`, 'g')
const JWT = new RegExp(`${BOUNDARY}eyJ[\\w-]{8,}\\.[\\w-]{8,}(?:\\.[\\w-]*)?`, 'g')

/** Forms that give a secret away by themselves. */
export const KEY_PATTERNS: readonly RegExp[] = [...WHOLE, BEGUN, JWT]

/** The pattern without its anchors. */
function inside(source: string): string {
  return source.replace(/(?<![\\[])\^/g, '').replace(/(?<!\\)\$/g, '')
}

function quoteForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
