import { say } from '../cli/print.ts'
import { writePrivately } from './settings.ts'

/** Values to standard output, or into a file that only its owner can read. */
export function hand(text: string, output: string | undefined): void {
  if (!output) {
    process.stdout.write(text)
    return
  }
  writePrivately(output, text)
  say(`Written to ${output}, readable by you alone.`)
}
