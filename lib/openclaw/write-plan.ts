/** A model provider of OpenClaw and the reference that its key becomes. */
export interface Referred {
  as: string
  reference: string
}

/** What OpenClaw calls us among its providers of secrets. */
export const SECRET_PROVIDER = 'claviger'
/** OpenClaw's own default, said so that it is seen. */
const TIMEOUT_MS = 5000

export function execProvider(command: string) {
  return { source: 'exec', command, timeoutMs: TIMEOUT_MS }
}

export function referenceOf(reference: string) {
  return { source: 'exec', provider: SECRET_PROVIDER, id: reference }
}

/** A plan for `openclaw secrets apply`, which tries every reference before it takes a plaintext key away. */
export function writePlan(command: string, references: Referred[]) {
  return {
    version: 1,
    protocolVersion: 1,
    providerUpserts: { [SECRET_PROVIDER]: execProvider(command) },
    targets: references.map(({ as, reference }) => ({
      type: 'models.providers.apiKey',
      path: `models.providers.${as}.apiKey`,
      pathSegments: ['models', 'providers', as, 'apiKey'],
      providerId: as,
      ref: referenceOf(reference),
    })),
  }
}
