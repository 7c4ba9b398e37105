import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { fetchKeys } from '#lib/client/index'
import type { fetchKeys as published } from '../../lib/client/published.d.ts'

const folder = path.resolve(import.meta.dirname, '../../lib/client')

describe('the types of the package', () => {
  it('are those of what it exports, and say nothing that is not there', async () => {
    expectTypeOf(fetchKeys).toEqualTypeOf<typeof published>()
    const exported = [...readFileSync(path.join(folder, 'published.d.ts'), 'utf8').matchAll(/declare function (\w+)/g)]
    expect(exported.map(([, name]) => name)).toEqual(Object.keys(await import('#lib/client/index')))
  })
})
