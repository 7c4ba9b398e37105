import { publicCatalog } from '#lib/providers/public-catalog'
import { recognise } from '#lib/providers/recognise'

export interface Finding {
  /** Counted from 1. */
  line: number
  provider: string
  /** A sentence that does not hold the key. */
  says: string
}

/** Whoever writes this on a line means it. */
const ALLOWED = 'claviger:allow'
/** What a key is written in, in the forms of the catalogue. */
const WORD = /[A-Za-z0-9_\-+/=.~:]{12,4096}/g
/** A start that is nobody's own says too little without the variable's name. */
const TELLING_PREFIX = 4

/** Keys in the documented form of a known provider, which cannot well be anything else. Names them, and never quotes them. */
export function findKeys(text: string): Finding[] {
  return text.split('\n').flatMap((content, index) => {
    if (content.includes(ALLOWED)) return []
    const words = (content.match(WORD) ?? []).flatMap(parts)
    const found = new Map(words.flatMap((word) => whose(word)))
    return [...found].map(([provider, kind]) => ({ line: index + 1, provider, says: `${provider}: ${kind}` }))
  })
}

/** `KEY=value` and `https://host:secret` hold the key in one of their parts. */
function parts(word: string): string[] {
  return [...new Set([word, ...word.split(/[=:]+/), word.replace(/^.*?=/, '')])].filter((part) => part.length >= 12)
}

function whose(word: string): [string, string][] {
  const [best] = recognise(word, publicCatalog)
  if (best?.by !== 'whole' || best.role !== 'usable') return []
  const provider = publicCatalog.find(({ id }) => id === best.providerId)
  const format = provider?.keyFormats.find(({ kind }) => kind === best.kind)
  return provider && format && format.prefix.length >= TELLING_PREFIX ? [[provider.name, best.kind ?? 'key']] : []
}
