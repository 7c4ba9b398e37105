import { runtime } from '#lib/server/runtime'

const KEPT_DAYS = 90

/** Forgets warnings that have been over for long, and with them who was told. The audit log keeps what was done about them. */
export async function tidyWarnings(now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000)
  await runtime().db.warning.deleteMany({ where: { resolvedAt: { lt: before } } })
}
