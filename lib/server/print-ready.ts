import type { Env } from '#lib/env'
import { firstAdminLink } from '#lib/members/first-admin-link'

/** Says where to go; while nobody can sign in, with the link that makes the first admin. */
export async function printReady(env: Env): Promise<void> {
  const lines = [`Claviger is ready at ${env.url}`]
  const link = await firstAdminLink()
  if (link) lines.push('', 'Nobody can sign in yet. Make the first admin with this link, which works once:', link)
  process.stdout.write(`${lines.join('\n')}\n`)
}
