import type { Keyring } from '../create-keyring.ts'

/** One key that a key API made, or took in as made by hand. */
export interface LedgerKey {
  id: string
  name: string
  value: string
  createdAt: Date
  /** Refuses, and is still listed. */
  inactive: boolean
}

export type Ledger = ReturnType<typeof createLedger>

/** The keys of one account at one provider: what the list shows, and what really answers. */
export function createLedger(keyring: Keyring, providerId: string, idOf: (value: string) => string) {
  const keys = new Map<string, LedgerKey>()
  /** Lists and answers lag behind by so much, as those of big providers do. */
  let lagMs = 0
  const shownFrom = new Map<string, number>()
  const shownUntil = new Map<string, number>()

  return {
    setLag(ms: number): void {
      lagMs = ms
    },
    mint(name: string, options: { kind?: string; value?: string } = {}): LedgerKey {
      return this.add(name, keyring.issue(providerId, options))
    },
    /** Takes in a value that was issued before: a key made by hand. */
    add(name: string, value: string): LedgerKey {
      const key = { id: idOf(value), name, value, createdAt: new Date(), inactive: false }
      keys.set(key.id, key)
      shownFrom.set(key.id, Date.now() + lagMs)
      if (lagMs > 0) {
        keyring.set(value, 'invalid')
        setTimeout(() => keys.has(key.id) && !key.inactive && keyring.set(value, 'valid'), lagMs).unref()
      }
      return key
    },
    /** A key of an earlier lab, with the id that it had there. */
    recall(id: string | null, value: string): void {
      keyring.issue(providerId, { value })
      const known = id ?? idOf(value)
      keys.set(known, { id: known, name: 'recalled', value, createdAt: new Date(), inactive: false })
    },
    deactivate(id: string): boolean {
      const key = keys.get(id)
      if (key) {
        key.inactive = true
        keyring.set(key.value, 'revoked')
      }
      return key !== undefined
    },
    end(id: string): boolean {
      const key = keys.get(id)
      if (!key) return false
      shownUntil.set(id, Date.now() + lagMs)
      setTimeout(() => keys.delete(id), lagMs).unref()
      if (lagMs === 0) keys.delete(id)
      keyring.set(key.value, 'revoked')
      return true
    },
    find: (id: string): LedgerKey | undefined => keys.get(id),
    /** As the list shows them now. */
    listed: (): LedgerKey[] =>
      [...keys.values()].filter(
        ({ id }) =>
          (shownFrom.get(id) ?? 0) <= Date.now() && (shownUntil.get(id) ?? Number.POSITIVE_INFINITY) > Date.now(),
      ),
    /** Those whose values work, however the list lags. */
    live: (): LedgerKey[] => [...keys.values()].filter(({ id, inactive }) => !inactive && !shownUntil.has(id)),
  }
}
