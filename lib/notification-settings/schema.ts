import { z } from 'zod'

const Hour = z.number().int().min(0).max(23)

export const NotificationSettings = z.object({
  /** `digest`: one mail a day; what fails does not wait for it. */
  email: z.enum(['each', 'digest', 'off']),
  digestHour: Hour,
  timeZone: z.string(),
  quietFrom: Hour.nullable(),
  quietTo: Hour.nullable(),
  urgentAnyway: z.boolean(),
  /** Whether mail can be sent from here at all. */
  hasMail: z.boolean(),
})
export type NotificationSettings = z.infer<typeof NotificationSettings>

export const SetNotificationSettingsInput = z.strictObject({
  email: z.enum(['each', 'digest', 'off']).optional(),
  digestHour: Hour.optional(),
  timeZone: z
    .string()
    .max(60)
    .refine(
      (zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC',
      'This is no time zone, such as Europe/Berlin.',
    )
    .optional(),
  quietFrom: Hour.nullable().optional(),
  quietTo: Hour.nullable().optional(),
  urgentAnyway: z.boolean().optional(),
})
export type SetNotificationSettingsInput = z.infer<typeof SetNotificationSettingsInput>

export const USUAL = {
  email: 'each' as 'each' | 'digest' | 'off',
  digestHour: 9,
  timeZone: 'UTC',
  quietFrom: null as number | null,
  quietTo: null as number | null,
  urgentAnyway: true,
}
