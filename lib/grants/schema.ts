import { z } from 'zod'
import { listOf } from '#lib/list/cursor'
import { EnvironmentRole, InstallationRole } from '#lib/members/schema'

export const GrantParams = z.object({ id: z.string().max(100), subjectId: z.string().max(100) })

export const SetGrantInput = z.strictObject({ role: EnvironmentRole })
export type SetGrantInput = z.infer<typeof SetGrantInput>

/** Who holds which role in an environment. */
export const Grant = z.object({
  environmentId: z.string(),
  member: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: InstallationRole,
    disabled: z.boolean(),
  }),
  /** The role that counts; null for somebody who is denied. */
  role: EnvironmentRole,
  /** False where it comes with the member's role in the installation. */
  isGranted: z.boolean(),
})
export type Grant = z.infer<typeof Grant>
export const GrantList = listOf(Grant)
