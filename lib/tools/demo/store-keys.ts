import { createKey } from '#lib/keys/create-key'
import { DAY_MS } from '#lib/keys/key-status'
import type { Project } from '#lib/projects/schema'
import type { MintedKey } from './mint-values.ts'
import { type Person, people } from './people.ts'

export interface StoredKey extends MintedKey {
  id: string
}

/** The admin adds the keys; production ones answer to the admin, the others to the developer. */
export async function storeKeys(admin: Person, projects: Project[], minted: MintedKey[]): Promise<StoredKey[]> {
  const stored: StoredKey[] = []
  for (const key of minted) {
    const { name, environment, provider, details, expiresInDays } = key
    const { id } = await createKey(await admin.ask(), {
      project: projects.find((one) => one.name === key.project)?.slug ?? '',
      environment,
      name,
      provider,
      value: key.value + (key.pastedWith ?? ''),
      ownerEmail: people[environment === 'production' ? 'admin' : 'developer'].email,
      ...details,
      ...(expiresInDays ? { expiresAt: new Date(Date.now() + expiresInDays * DAY_MS).toISOString() } : {}),
    })
    stored.push({ ...key, id })
  }
  return stored
}
