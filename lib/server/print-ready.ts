import { existsSync } from 'node:fs'
import type { Env } from '#lib/env'

/** Says where to go; the first time with the link that makes the first admin. */
export async function printReady(env: Env): Promise<void> {
  const lines = [`Claviger is ready at ${env.url}`]
  const link = await firstAdminLink()
  if (link) lines.push('', 'Nobody can sign in yet. Make the first admin with this link, which works once:', link)
  process.stdout.write(`${lines.join('\n')}\n`)
}

async function firstAdminLink(): Promise<string | null> {
  const verb = new URL('../members/first-admin-link.ts', import.meta.url)
  if (!existsSync(verb)) return null
  const module = (await import(verb.href)) as { firstAdminLink(): Promise<string | null> }
  return module.firstAdminLink()
}
