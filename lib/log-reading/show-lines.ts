import type { LogRecord } from './record-lines.ts'
import type { LogLine } from './schema.ts'

const SHOWN = 600
const BEFORE = 200

/** The lines of a record that prove a finding, masked first and cut afterwards; its first line where none of them does. */
export function showLines({ lines }: LogRecord, proof: readonly string[], mask: (text: string) => string): LogLine[] {
  const words = proof.filter((word) => word.length > 2)
  const proving = lines.filter(({ text }) => words.some((word) => text.includes(word)))
  const chosen = proving.length > 0 ? proving : lines.slice(0, 1)
  const [first] = lines
  const shown = first && !chosen.includes(first) && lines.length > 1 ? [first, ...chosen] : chosen
  const hidden = keyLines(lines.map(({ text }) => text))
  return shown.slice(0, 3).map((line) => {
    const isHidden = hidden.has(lines.indexOf(line))
    return { number: line.number, text: isHidden ? '[redacted]' : cut(mask(line.text), words) }
  })
}

/** Lines inside a private key that is wrapped over several. */
function keyLines(texts: string[]): Set<number> {
  const inside = new Set<number>()
  let isOpen = false
  for (const [index, text] of texts.entries()) {
    if (isOpen) inside.add(index)
    if (/-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY/.test(text)) isOpen = !text.includes('-----END ')
    else if (text.includes('-----END ')) isOpen = false
  }
  return inside
}

/** What stands around the proof, where the line is long. */
function cut(text: string, words: readonly string[]): string {
  if (text.length <= SHOWN) return text
  const at = Math.max(0, ...words.map((word) => text.indexOf(word)))
  const start = Math.max(0, at - BEFORE)
  const end = start + SHOWN
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`
}
