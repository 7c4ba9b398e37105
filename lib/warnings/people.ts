import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { type Holder, roleIn } from '#lib/access/roles'
import type { PolicyBook } from './policy-book.ts'
import { STEPS } from './schema.ts'

export interface Person {
  id: string
  name: string
  email: string
}

interface About {
  keyId: string | null
  environmentId: string | null
  projectId: string | null
}

/** Who is told at each step. Nobody is told of what they may not see, and nobody who cannot sign in is told at all. */
export async function readPeople(grant: Grant, book: PolicyBook) {
  const members = await read(grant).member.findMany({
    where: { disabledAt: null },
    select: { id: true, name: true, email: true, role: true, grants: { select: { environmentId: true, role: true } } },
    orderBy: { id: 'asc' },
  })
  const people = members.map(({ grants, ...person }) => {
    const held: Holder = { role: person.role, grants: new Map(grants.map((each) => [each.environmentId, each.role])) }
    return { ...person, held }
  })
  const find = (id: string | null | undefined) => people.filter((person) => person.id === id)
  const seeing = (environmentId: string | null) => (person: (typeof people)[number]) =>
    environmentId === null || roleIn(person.held, environmentId) !== null
  const admins = people.filter(({ role }) => role === 'owner' || role === 'admin')

  /** The people of a step, and of the first step from there on that has any: 3 is the last. */
  function at(about: About, ownerId: string | null, from: number): { step: number; people: Person[] } {
    const { keyId, environmentId, projectId } = about
    const isPlaced = keyId !== null && environmentId !== null && projectId !== null
    const place = isPlaced ? { id: keyId, environmentId, projectId } : null
    const steps = [
      () => find(ownerId ?? (place ? book.ownerOf(place) : null)),
      () => (place ? find(book.backupOf(place)) : []),
      () => (environmentId ? people.filter(({ held }) => held.grants.get(environmentId) === 'manager') : []),
      () => admins,
    ]
    for (let step = from; step < steps.length; step += 1) {
      const told = (steps[step]?.() ?? []).filter(seeing(environmentId))
      if (told.length > 0) return { step, people: told.map(({ id, name, email }) => ({ id, name, email })) }
    }
    return { step: STEPS.length - 1, people: [] }
  }
  return { at }
}
export type People = Awaited<ReturnType<typeof readPeople>>
