import { hash, verify } from '@node-rs/argon2'
import { AppError } from '#lib/errors'

/** Argon2id, OWASP's minimum (m in KiB): 19 MiB and about 20 ms each. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const AT_ONCE = 2
const WAITING_MAX = 100
export const PASSWORD_BYTES_MAX = 1024

let running = 0
const waiting: (() => void)[] = []

/** What is kept of a password. Different keyboards compose accents differently, hence NFC. */
export function hashPassword(password: string): Promise<string> {
  return taking(() => hash(password.normalize('NFC'), COST))
}

/** Takes as long for nobody (null) as for somebody, so that the time does not tell who exists. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  if (Buffer.byteLength(password) > PASSWORD_BYTES_MAX) return false
  nobody ??= hashPassword('nobody has this password')
  const stored = passwordHash ?? (await nobody)
  const matches = await taking(() => verify(stored, password.normalize('NFC')))
  return matches && passwordHash !== null
}

let nobody: Promise<string> | undefined

/** A few at once: each takes 19 MiB and a core, and anybody may ask for one. */
async function taking<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING_MAX)
      throw new AppError('rate_limited', 'Too many people sign in at this moment. Try again in a few seconds.', {
        retryAfterSeconds: 5,
      })
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
