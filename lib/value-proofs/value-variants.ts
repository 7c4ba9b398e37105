import { cleanValue } from '#lib/pairing/clean-value'

export interface Variant {
  value: string
  /** What is different about it; null for the value itself. */
  hidden: string | null
}

const AFTER: [text: string, name: string][] = [
  ['\n', 'a line feed at its end'],
  ['\r\n', 'a Windows line break at its end'],
  ['\r', 'a carriage return at its end'],
  [' ', 'a space at its end'],
  ['\t', 'a tab at its end'],
  ['\u00a0', 'a no-break space at its end'],
  ['\u200b', 'an invisible space at its end'],
  ['\0', 'a NUL at its end'],
  [';', 'a semicolon at its end'],
  [',', 'a comma at its end'],
]
const BEFORE: [text: string, name: string][] = [
  [' ', 'a space before it'],
  ['\t', 'a tab before it'],
  ['\u00a0', 'a no-break space before it'],
  ['\u200b', 'an invisible space before it'],
  ['\ufeff', 'a byte order mark before it'],
  ['=', 'an equals sign before it'],
  ['Bearer ', '“Bearer ” before it'],
  ['bearer ', '“bearer ” before it'],
]
const AROUND: [before: string, after: string, name: string][] = [
  ['"', '"', 'quotation marks around it'],
  ["'", "'", 'quotation marks around it'],
  ['`', '`', 'quotation marks around it'],
  ['“', '”', 'typographic quotation marks around it'],
  ['‘', '’', 'typographic quotation marks around it'],
  [' ', ' ', 'spaces around it'],
]

/** A stored value in the forms in which applications hold it by mistake; the other side sends a code, so they have to be tried. */
export function valueVariants(stored: string, variable: string): Variant[] {
  const { cleaned } = cleanValue(stored)
  const dirty = [
    ...AFTER.map(([text, hidden]) => ({ value: `${cleaned}${text}`, hidden })),
    ...BEFORE.map(([text, hidden]) => ({ value: `${text}${cleaned}`, hidden })),
    ...AROUND.map(([before, after, hidden]) => ({ value: `${before}${cleaned}${after}`, hidden })),
    ...AROUND.map(([before, after, hidden]) => ({
      value: `${before}${cleaned}${after}\n`,
      hidden: `${hidden} and a line feed at its end`,
    })),
    { value: `${variable}=${cleaned}`, hidden: `the name of its variable before it (${variable}=)` },
    { value: cleaned.slice(0, -1), hidden: 'its last character missing' },
    { value: cleaned.slice(1), hidden: 'its first character missing' },
  ]
  const clean =
    cleaned === stored
      ? []
      : [{ value: cleaned, hidden: 'nothing that does not belong to it, while the stored value has such characters' }]
  return [{ value: stored, hidden: null }, ...clean, ...dirty.filter(({ value }) => value !== stored && value !== '')]
}
