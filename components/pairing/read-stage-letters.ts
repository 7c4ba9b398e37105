import type { PairingStage } from '#lib/pairing/schema'

const LETTERS: Record<string, PairingStage['status']> = { p: 'passed', w: 'warned', f: 'failed', s: 'skipped' }

/** The ten stages of a key's last test, as a list keeps them: one letter each, in order (`ppppppfsss`). */
export function readStageLetters(letters: string): (PairingStage['status'] | undefined)[] {
  return Array.from(letters, (letter) => LETTERS[letter])
}
