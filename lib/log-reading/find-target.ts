/** The other side as a record names it, most certain form first. */
const FORMS: readonly RegExp[] = [
  /HTTPS?ConnectionPool\(host='([\w.:-]{1,255})', port=(\d{1,5})\)/,
  /(?:^|\n)> CONNECT ([\w.-]{1,255}(?::\d{1,5})?) /,
  /(?:^|\n)> Host: ([\w.:-]{1,255})/i,
  /\bhttps?:\/\/(?:[^\s/@"'<>]{1,200}@)?(\[[0-9a-fA-F:]{2,45}\](?::\d{1,5})?|[\w.-]{1,255}(?::\d{1,5})?)/,
  /(?:^|\n)\* Connected to ([\w.-]{1,255})/,
  /\bhostname: '([\w.-]{1,255})'|\bhost: '([\w.-]{1,255})'/,
  /\bconnect E[A-Z]{3,20} ([\d.]{7,15}:\d{1,5}|\[?[0-9a-fA-F:]{2,45}\]?:\d{1,5})/,
  /" "([\w.-]{4,255}(?::\d{1,5})?)" "(?:[\d.]{7,15}:\d{1,5}|-)"/,
  /\bdial tcp ([\w.:[\]-]{3,80}):(?! lookup)/,
]
/** Pages that error texts link to; they are not where a call went. */
const OF_A_PAGE =
  /\/(?:docs?|account|settings|guides|errors?)\b|help\.|platform\.|console\.|curl\.se|nodejs\.org|mozilla\.org/

/** Host and port of the other side, or undefined. */
export function findTarget(text: string): string | undefined {
  const looked = text.slice(0, 40_000)
  for (const form of FORMS) {
    for (const match of looked.matchAll(new RegExp(form, 'gi'))) {
      const [whole, one, two] = match
      const after = looked.slice(match.index, match.index + 300).split(/[\s"'<>]/, 1)[0] ?? ''
      if (whole.startsWith('http') && OF_A_PAGE.test(after)) continue
      const host = one ?? two
      if (host) return usual(two && one && /^\d+$/.test(two) ? `${one}:${two}` : host)
    }
  }
  return undefined
}

/** Without the port that goes without saying. */
export function usual(host: string): string {
  return host
    .replace(/:(?:443|80)$/, '')
    .replace(/[.,:;]+$/, '')
    .toLowerCase()
    .slice(0, 255)
}
