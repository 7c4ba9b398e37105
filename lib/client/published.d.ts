/*
 * The types that the installed package carries. A test holds them to those of index.ts.
 */
export interface FetchKeysOptions {
  /** Address of Claviger; else CLAVIGER_URL, else what `claviger login` kept. */
  url?: string
  /** A scoped key; else CLAVIGER_TOKEN, else what `claviger login` kept. */
  token?: string
  project?: string
  environment?: string
  /** All that the token reaches where left out. */
  names?: string[]
  /** Keeps what was fetched on disk, encrypted under the token, for a start without Claviger. True unless said. */
  lastKnownGood?: boolean
  /** Called with the new values each time that one changes. */
  onChange?: (values: Readonly<Record<string, string>>) => void
  /** Called once when Claviger cannot be reached any more, with a sentence, and with null when it can again. */
  onOutage?: (reason: string | null) => void
}

/** The values of an environment, kept fresh in the background until `close`. */
export interface Keys {
  /** The value of a key; throws where there is none by that name. */
  get(name: string): string
  /** All of them as they are now. */
  values(): Readonly<Record<string, string>>
  /** Why these may be old, in a sentence; null where they are fresh. */
  readonly stale: string | null
  close(): void
}

/**
 * Fetches keys and follows their changes. Where Claviger cannot be reached it answers with the last values that are
 * known, says so in `stale`, and recovers by itself; it throws where there are none, or where the token is refused.
 */
export declare function fetchKeys(options?: FetchKeysOptions): Promise<Keys>
