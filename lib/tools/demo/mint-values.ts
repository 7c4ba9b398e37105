import { DAY_MS } from '#lib/keys/key-status'
import type { DemoRecord } from './demo-record.ts'
import type { Lab } from './lab.ts'
import { type PlannedKey, plannedKeys } from './planned-keys.ts'

/** A planned key with its value, as the provider knows it. */
export interface MintedKey extends PlannedKey {
  project: string
  value: string
  /** The value that takes its place. */
  nextValue?: string
}

/** Lets the simulated providers mint every value, and writes down how each will answer in the end. */
export function mintValues(lab: Lab, record: DemoRecord): MintedKey[] {
  const mint = ({ provider, mint: kind, endsInDays, answers = [] }: PlannedKey) => {
    const issue = { ...kind, ...(endsInDays ? { expiresAt: new Date(Date.now() + endsInDays * DAY_MS) } : {}) }
    const value = lab.issue(provider, { ...issue, scenario: answers[0] ?? 'valid' })
    record.keys.push({ provider, issue: { ...issue, value, scenario: answers.at(-1) ?? 'valid' } })
    return value
  }
  return Object.entries(plannedKeys).flatMap(([project, planned]) => {
    const minted: MintedKey[] = []
    for (const key of planned) {
      const same = minted.find(({ name, environment }) => name === key.name && environment === key.sameAs)
      const value = same?.value ?? mint(key)
      const details = key.hasOwnAddress ? { ...key.details, baseUrl: lab.address(key.provider) } : key.details
      minted.push({ ...key, project, value, details, ...(key.replacedFor ? { nextValue: mint(key) } : {}) })
    }
    return minted
  })
}

/** After a new start the simulated providers know the earlier values again. */
export function recallValues(lab: Lab, { keys }: DemoRecord): void {
  for (const { provider, issue } of keys) {
    const { expiresAt, ...rest } = issue
    lab.issue(provider, { ...rest, ...(expiresAt ? { expiresAt: new Date(expiresAt) } : {}) })
  }
}
