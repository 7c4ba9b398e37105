import type { Verdict } from '#lib/providers/verdict'

/** A provider takes the value. */
export const ACCEPTED: string[] = ['paired', 'paired_limited'] satisfies Verdict[]

/** A provider refuses the value itself. Nothing else proves it dead. */
export const DEAD: string[] = ['key_invalid', 'key_revoked', 'key_expired', 'key_shape_mismatch'] satisfies Verdict[]
