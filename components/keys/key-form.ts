import { z } from 'zod'
import { type CreateKeyInput, type EditKeyInput, type Key, KeyName } from '#lib/keys/schema'
import { AS_ENVIRONMENT, toTestInterval } from './test-interval.ts'

/** What the form holds: everything as typed; `toDetails` makes it what the API takes. */
export const KeyFormValues = z.object({
  name: KeyName,
  provider: z.string().min(1, 'Choose the provider.'),
  baseUrl: z.union([z.literal(''), z.url('Give an address that starts with https://.').max(2048)]),
  expiresOn: z.union([z.literal(''), z.iso.date('Give a date.')]),
  rotateEveryDays: z.union([
    z.literal(''),
    z.string().regex(/^[1-9]\d{0,3}$/, 'Give a number of days, 90 for example.'),
  ]),
  testEveryHours: z.string().max(20),
  ownerEmail: z.string().max(254),
  permissions: z.string().max(10_000),
  tags: z.string().max(3000),
  notes: z.string().max(10_000),
})
export type KeyFormValues = z.infer<typeof KeyFormValues>

export const EMPTY_KEY_FORM: KeyFormValues = {
  name: '',
  provider: '',
  baseUrl: '',
  expiresOn: '',
  rotateEveryDays: '90',
  testEveryHours: AS_ENVIRONMENT,
  ownerEmail: '',
  permissions: '',
  tags: '',
  notes: '',
}

export function formOf(key: Key): KeyFormValues {
  return {
    name: key.name,
    provider: key.provider,
    baseUrl: key.baseUrl ?? '',
    expiresOn: key.expiresAt?.slice(0, 10) ?? '',
    rotateEveryDays: key.rotation.ownEveryDays?.toString() ?? '',
    testEveryHours: key.scheduledTest.everyHours?.toString() ?? AS_ENVIRONMENT,
    ownerEmail: key.owner?.email ?? '',
    permissions: key.permissions.declared.join('\n'),
    tags: key.tags.join(', '),
    notes: key.notes,
  }
}

export function toDetails(
  form: KeyFormValues,
): Omit<CreateKeyInput, 'project' | 'environment' | 'value'> & EditKeyInput {
  return {
    name: form.name,
    provider: form.provider,
    baseUrl: form.baseUrl || null,
    // The end of that day, wherever the team is: a key that expires on the 3rd works on the 3rd.
    expiresAt: form.expiresOn ? `${form.expiresOn}T23:59:59Z` : null,
    rotateEveryDays: form.rotateEveryDays ? Number(form.rotateEveryDays) : null,
    testEveryHours: toTestInterval(form.testEveryHours) ?? null,
    ownerEmail: form.ownerEmail.trim() || null,
    permissions: list(form.permissions, /[\n,]/),
    tags: list(form.tags, /,/),
    notes: form.notes,
  }
}

function list(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean)
}
