import { createAdmin } from '#lib/members/create-admin'
import { CreateMemberInput } from '#lib/members/schema'
import { checkInput } from '../check-input.ts'
import type { CommandInput } from '../command.ts'
import { say } from '../print.ts'
import { readNewPassword } from '../read-secret.ts'
import { withInstallation } from '../with-installation.ts'

const Input = CreateMemberInput.omit({ role: true })

export async function run({ options: { email = '', name } }: CommandInput): Promise<undefined> {
  checkInput(Input.pick({ email: true }), { email })
  const password = await readNewPassword(`Password for ${email}`)
  const input = checkInput(Input, { email, name: name ?? email.split('@')[0], password })
  const member = await withInstallation((ctx) => createAdmin(ctx, input))
  say(`${member.email} is ${member.role} now and can sign in.`)
}
