import type { PairingEnvironment } from './pairing-input.ts'

const PRODUCTION = /^(prod|production|prd|live|main)([-_]|$)|[-_](prod|production|prd|live)$/i
const OTHER =
  /^(dev|develop|development|stage|staging|stg|test|testing|qa|uat|sandbox|local|ci|preview|demo|nonprod|non-prod)([-_]|$)|[-_](dev|development|stage|staging|test|qa|sandbox)$/i

/** Whether an environment is meant for live or for test keys, as far as its name and protection tell. */
export function environmentMark(environment: PairingEnvironment | null | undefined): 'live' | 'test' | undefined {
  if (!environment) return undefined
  if (OTHER.test(environment.slug)) return 'test'
  if (PRODUCTION.test(environment.slug) || environment.protected) return 'live'
  return undefined
}
