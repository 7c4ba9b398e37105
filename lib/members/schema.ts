import { z } from 'zod'
import { ENVIRONMENT_ROLES, INSTALLATION_ROLES } from '#lib/access/roles'
import { ListQuery, listOf } from '#lib/list/cursor'
import { line } from '#lib/text/line'

const LOCAL = String.raw`[^\s@"(),:;<>[\]\\\p{C}]{1,64}`
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const EMAIL = new RegExp(`^${LOCAL}@${LABEL}(?:\\.${LABEL})*$`, 'u')

/** Normalised before it is checked: a character that only looks like @ may not slip by. One @, ASCII domain. */
export const Email = z
  .string()
  .max(254)
  .overwrite((email) => email.normalize('NFKC').trim().toLowerCase())
  .regex(EMAIL, 'Give an email address, such as name@example.com.')

export const Password = z
  .string()
  .min(8, 'A password has at least 8 characters.')
  .refine((text) => new TextEncoder().encode(text).length <= 1024, 'A password may have up to 1 KiB.')
  .refine((text) => new Set(text).size >= 5, 'Use more than a few different characters.')

export const PersonName = line(100)
export const InstallationRole = z.enum(INSTALLATION_ROLES)
export const EnvironmentRole = z.enum([...ENVIRONMENT_ROLES, 'denied'])

export const CreateMemberInput = z.strictObject({
  email: Email,
  name: PersonName,
  password: Password,
  role: InstallationRole.default('member'),
})
export type CreateMemberInput = z.infer<typeof CreateMemberInput>

export const CreateFirstAdminInput = z.strictObject({
  token: z.string().max(200),
  email: Email,
  name: PersonName,
  password: Password,
})
export type CreateFirstAdminInput = z.infer<typeof CreateFirstAdminInput>

export const EditMemberInput = z.strictObject({
  name: PersonName.optional(),
  role: InstallationRole.optional(),
  disabled: z.boolean().optional(),
})
export type EditMemberInput = z.infer<typeof EditMemberInput>

export const EditSelfInput = z
  .strictObject({
    name: PersonName.optional(),
    password: Password.optional(),
    currentPassword: z.string().max(1024).optional(),
  })
  .refine(({ password, currentPassword }) => password === undefined || currentPassword !== undefined, {
    path: ['currentPassword'],
    message: 'Type your current password too.',
  })
export type EditSelfInput = z.infer<typeof EditSelfInput>

export const ListMembersQuery = ListQuery.extend({ q: z.string().max(200).optional() })
export type ListMembersQuery = z.infer<typeof ListMembersQuery>

/** A person who may sign in. */
export const Member = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: InstallationRole,
  disabled: z.boolean(),
  createdAt: z.iso.datetime(),
})
export type Member = z.infer<typeof Member>
export const MemberList = listOf(Member)

export const MemberGrant = z.object({
  environmentId: z.string(),
  environment: z.string(),
  projectId: z.string(),
  project: z.string(),
  protected: z.boolean(),
  role: EnvironmentRole,
})
export type MemberGrant = z.infer<typeof MemberGrant>
export const MemberGrantList = z.object({ items: z.array(MemberGrant), nextCursor: z.null() })

/** The caller: `environments` holds the role that counts in each environment they see. */
export const Profile = Member.extend({
  via: z.object({ type: z.enum(['session', 'token']), id: z.string() }),
  environments: z.array(MemberGrant),
})
export type Profile = z.infer<typeof Profile>
