import { createInterface } from 'node:readline/promises'
import type { CommandInput } from '../../cli/command.ts'
import { say } from '../../cli/print.ts'
import { readSecret } from '../../cli/read-secret.ts'
import { openServer } from '../server.ts'
import { type Kept, keep, namedUrl, originOf } from '../settings.ts'
import { describe, whoIs } from '../who-is.ts'

export async function run({ options, words }: CommandInput): Promise<undefined> {
  const url = originOf(words[0] ?? namedUrl(options.url) ?? (await ask('Address of Claviger')))
  const token = await readSecret('Token')
  const { ca, project, environment } = options
  const who = await whoIs(openServer({ url, token, ca }), token)
  const kept: Kept = {
    url,
    token,
    ...(ca ? { ca } : {}),
    ...(project ? { project } : {}),
    ...(environment ? { environment } : {}),
  }
  const file = keep(kept)
  say(`Signed in at ${url} as ${describe(who)}. Kept in ${file}, readable by you alone.`)
}

async function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY) return ''
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await lines.question(`${question}: `)
  lines.close()
  return answer.trim()
}
