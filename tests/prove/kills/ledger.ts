/** What a client knows of one key by its name; null where there is none. */
export type KnownKey = { value: string; version: number; notes: string; deleted: boolean } | null
type Names = Record<string, KnownKey>

/** A change that was sent: until it is acknowledged, the installation shows all of it or nothing of it. */
export interface Change {
  before: Names
  after: Names
}

/** An event that the audit log must hold: the action, and what its event mentions. */
export interface ExpectedEvent {
  action: string
  mentions: string
}

/** What the client was told, and what it may not know: which of its last words were heard. */
export class Ledger {
  readonly known = new Map<string, KnownKey>()
  readonly open = new Set<Change>()
  readonly touched = new Set<string>()
  readonly events: ExpectedEvent[] = []
  readonly invitations = new Set<string>()
  readonly pairings = new Map<string, string>()
  readonly liveTokens = new Set<string>()
  readonly revokedTokens = new Set<string>()
  /** Changes that a kill left open: how many had happened, and how many had not. */
  readonly inFlight = { happened: 0, not: 0 }
  /** Answers that no kill explains. */
  readonly complaints: string[] = []
  /** The roles that may be in force: two while a change of it is open. */
  roles: (string | null)[] = [null]

  find(name: string): KnownKey {
    return this.known.get(name) ?? null
  }

  /** Sends a change. Throws what `send` throws, and then leaves open whether it happened. */
  async change<T>(after: Names, send: () => Promise<T>): Promise<T> {
    const names = Object.keys(after)
    const change = { before: Object.fromEntries(names.map((name) => [name, this.find(name)])), after }
    this.open.add(change)
    for (const name of names) this.touched.add(name)
    const result = await send()
    this.settle(change, after)
    return result
  }

  settle(change: Change, truth: Names): void {
    this.open.delete(change)
    for (const [name, key] of Object.entries(truth)) this.known.set(name, key)
  }

  expect(action: string, mentions: string): void {
    this.events.push({ action, mentions })
  }

  /** Starts the next round: what was checked need not be checked again before the end. */
  turnPage(): void {
    this.touched.clear()
    this.events.length = 0
    this.pairings.clear()
    this.complaints.length = 0
  }
}
