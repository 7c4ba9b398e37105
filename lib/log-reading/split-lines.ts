export interface RawLine {
  /** Counted from 1. */
  number: number
  text: string
}

const NOISE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours and control characters are what it takes out
  /[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f]|\u001b\[[0-9;?]{0,20}[A-Za-z]|\u001b\][^\u0007\u001b]{0,200}(?:\u0007|\u001b\\)|\u001b/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same, to know whether there is anything to take out
const HAS_NOISE = /[\u0000-\u0008\u000b-\u001f\u007f]/
/** What ends a word; what follows the last of them before a cut may be the half of a secret. */
const ENDS_WORD = /[\s"',;&]/
const LONGEST_WORD = 8192

/**
 * Lines of a text that comes in pieces, without colours and control characters. A line longer than `maxLength` is cut
 * before the last word within the limit, so that no half of a secret ends it; the rest is skipped and never held.
 */
export function makeLineSplitter(maxLength: number) {
  let rest = ''
  let number = 0
  let isSkipping = false

  function line(text: string): RawLine {
    number++
    const kept = text.length > maxLength ? text.slice(0, endOfWord(text, maxLength)) : text
    return { number, text: HAS_NOISE.test(kept) ? kept.replace(NOISE, '') : kept }
  }

  return {
    push(text: string): RawLine[] {
      const lines: RawLine[] = []
      let from = 0
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
        if (!isSkipping) lines.push(line(rest + text.slice(from, end)))
        isSkipping = false
        rest = ''
        from = end + 1
      }
      if (isSkipping) return lines
      rest += text.slice(from)
      if (rest.length > maxLength) {
        lines.push(line(rest))
        rest = ''
        isSkipping = true
      }
      return lines
    },
    end(): RawLine[] {
      return rest === '' ? [] : [line(rest)]
    },
  }
}

function endOfWord(text: string, from: number): number {
  let end = from
  while (end > 0 && from - end < LONGEST_WORD && !ENDS_WORD.test(text.charAt(end - 1))) end--
  return end
}
