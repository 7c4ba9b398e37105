/** The answer of a command: what another program would read. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** What a person should know beside the answer. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`)
}
