import { replaceValue } from '#lib/keys/replace-value'
import { prepareKeyTest } from '#lib/pairings/prepare-key-test'
import { prepareValueTest } from '#lib/pairings/prepare-value-test'
import type { Lab } from './lab.ts'
import type { Person } from './people.ts'
import type { StoredKey } from './store-keys.ts'

const AT_ONCE = 8

/** Tests every key as often as its provider has answers, each time after the provider changed its mind. */
export async function pairKeys(lab: Lab, testers: { admin: Person; developer: Person }, keys: StoredKey[]) {
  const rounds = Math.max(...keys.map(({ answers = [] }) => answers.length))
  for (let round = 0; round < rounds; round++) {
    const tested = keys.filter(({ answers = [] }) => round < answers.length)
    for (const key of tested) {
      const value = round > 0 ? await replaceBefore(testers.admin, key) : key.value
      lab.set(value, key.answers?.[round] ?? 'valid')
    }
    await pairAtOnce(testers, tested)
  }
}

async function replaceBefore(admin: Person, { id, value, nextValue, replacedFor }: StoredKey): Promise<string> {
  if (!nextValue) return value
  await replaceValue(await admin.ask(), id, { value: nextValue, reason: replacedFor })
  return nextValue
}

async function pairAtOnce({ admin, developer }: { admin: Person; developer: Person }, keys: StoredKey[]) {
  const waiting = [...keys]
  const work = async () => {
    for (let key = waiting.shift(); key; key = waiting.shift()) {
      const tester = key.environment === 'production' ? admin : developer
      const run = await prepareKeyTest(await tester.ask(), key.id, {})
      await run()
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

/** A value that is not stored, asked for a model that its provider does not have. */
export async function pairUnstored(lab: Lab, developer: Person): Promise<void> {
  const value = lab.issue('groq', {})
  const run = await prepareValueTest(await developer.ask(), { provider: 'groq', value, model: 'llama-9-giant' })
  await run()
}
