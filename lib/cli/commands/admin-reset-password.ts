import { resetPassword } from '#lib/members/reset-password'
import { Email, Password } from '#lib/members/schema'
import { checkInput } from '../check-input.ts'
import type { CommandInput } from '../command.ts'
import { orNoSuchMember } from '../no-such-member.ts'
import { say } from '../print.ts'
import { readNewPassword } from '../read-secret.ts'
import { withInstallation } from '../with-installation.ts'

export async function run({ options }: CommandInput): Promise<undefined> {
  const email = checkInput(Email, options.email)
  const password = checkInput(Password, await readNewPassword(`New password for ${email}`))
  await withInstallation((ctx) => orNoSuchMember(email, resetPassword(ctx, { email, password })))
  say(`${email} has a new password, and is signed out everywhere.`)
}
