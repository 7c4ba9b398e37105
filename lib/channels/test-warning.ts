import { newId } from '#lib/ids'
import { runtime } from '#lib/server/runtime'
import type { Told } from './messages.ts'

/** A warning that is none, to see whether the way works. */
export function testWarning(from: string): Told {
  const warning = {
    id: newId('wrn'),
    kind: 'pairing_failing' as const,
    level: 'info' as const,
    title: 'This is a test',
    detail: `${from} sent it from Claviger. Nothing is wrong.`,
    keyId: null,
    provider: null,
    dueAt: null,
    raisedAt: new Date().toISOString(),
    step: 'admins' as const,
    escalatesAt: null,
    takenBy: null,
    snooze: null,
    resolvedAt: null,
  }
  return { id: newId('dlv'), event: 'raised', warning, url: `${runtime().env.url}/notifications` }
}
