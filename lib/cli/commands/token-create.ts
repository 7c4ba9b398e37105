import { AppError } from '#lib/errors'
import { findMember } from '#lib/members/find-member'
import { Email } from '#lib/members/schema'
import { createToken } from '#lib/tokens/create-token'
import { CreateTokenInput } from '#lib/tokens/schema'
import { checkInput } from '../check-input.ts'
import type { CommandInput } from '../command.ts'
import { orNoSuchMember } from '../no-such-member.ts'
import { print, say } from '../print.ts'
import { withInstallation } from '../with-installation.ts'

export async function run({ options }: CommandInput): Promise<undefined> {
  const email = checkInput(Email, options.user)
  const input = checkInput(CreateTokenInput, { name: options.name, expiresInDays: readDays(options.days) })
  const token = await withInstallation(async (ctx) => {
    const member = await orNoSuchMember(email, findMember(ctx, email))
    return createToken(ctx, input, member.id)
  })
  print(token.token)
  say(`A token for ${email}, valid until ${token.expiresAt}. It is not shown again.`)
}

function readDays(days: string | undefined): number | undefined {
  if (days === undefined) return undefined
  const number = /^\d{1,3}$/.test(days) ? Number(days) : 0
  if (number < 1 || number > 365)
    throw new AppError('invalid', '--days must be a number from 1 to 365.', { exitCode: 2 })
  return number
}
