import { fetchByScopedKey } from '#lib/fetching/fetch-by-scoped-key'
import { newId } from '#lib/ids'
import { resolveReferences } from '#lib/openclaw/resolve-references'
import { authenticateScopedKey } from '#lib/scoped-keys/authenticate-scoped-key'
import { createScopedKey } from '#lib/scoped-keys/create-scoped-key'
import { endScopedKey } from '#lib/scoped-keys/end-scoped-key'
import type { CreateScopedKeyInput } from '#lib/scoped-keys/schema'
import type { Person } from './people.ts'

/** Programs: a laptop and a build server that fetch, an OpenClaw that resolves and whose key ends soon, one that was ended. */
export async function workWithScopedKeys({ admin, developer }: { admin: Person; developer: Person }): Promise<void> {
  const make = async (who: Person, input: Omit<CreateScopedKeyInput, 'project'>) =>
    createScopedKey(await who.ask(), { project: 'assistant', ...input })
  const inDevelopment = { project: 'assistant', environment: 'development' }

  const laptop = await make(developer, { environment: 'development', name: 'The developer’s laptop' })
  const build = await make(developer, {
    environment: 'development',
    name: 'build server',
    keyNames: ['OPENAI_*'],
    maxUses: 500,
  })
  for (const [{ secret }, address] of [
    [laptop, '192.0.2.14'],
    [build, '192.0.2.80'],
  ] as const)
    await fetchByScopedKey({ secret, address, agent: 'claviger' }, inDevelopment)

  const reason = 'The assistant’s gateway resolves its keys.'
  const { secret } = await make(admin, { environment: 'production', name: 'OpenClaw', reason, expiresInDays: 5 })
  const address = '192.0.2.25'
  const actor = await authenticateScopedKey(secret, address)
  if (actor) {
    const ids = ['production/anthropic-api-key', 'production/gemini-api-key']
    await resolveReferences(
      { actor, address, requestId: newId('req') },
      { protocolVersion: 1, provider: 'claviger', ids },
    )
  }

  const lost = await make(developer, { environment: 'development', name: 'old laptop' })
  await endScopedKey(await developer.ask(), lost.id)
}
