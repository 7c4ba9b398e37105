import { existsSync } from 'node:fs'
import { AppError } from '#lib/errors'

/** How a simulated provider mints a key, and answers it. */
export interface Issue {
  /** A value that an earlier start minted. */
  value?: string
  kind?: string
  scenario?: string
  permissions?: string[]
  expiresAt?: Date
  environment?: 'live' | 'test'
}

/** What the demo asks of the simulated providers. */
export interface Lab {
  issue(provider: string, options: Issue): string
  /** The base URL that it simulates: where customers have one each, that of some customer. */
  address(provider: string): string
  set(value: string, scenario: string): void
  /** An account at a provider's key API. */
  keyApi(id: string): {
    credential: string
    setCredential(credential: string): void
    ledger: {
      mint(name: string, options?: { kind?: string }): { value: string }
      /** A key of an earlier start. */
      recall(id: string | null, value: string): void
    }
    api: { settings: Record<string, string> }
  }
  ca: string
  proxies: { open: string }
  stop(): Promise<void>
}

const LAB = new URL('../../../tests/lab/start-lab.ts', import.meta.url)

/** The product does not know the lab: only here, and only when a demo is asked for, is it looked up in the checkout. */
export async function openLab(): Promise<Lab> {
  if (!existsSync(LAB)) {
    throw new AppError('unavailable', 'The demo needs the provider lab in tests/lab, which is not part of this copy.')
  }
  const { startLab } = (await import(LAB.href)) as { startLab(): Promise<Lab> }
  return startLab()
}
