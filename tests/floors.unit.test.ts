import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'))
const floors: Record<string, string> = read('tests/floors.json').packages
const locked: Record<string, { version?: string }> = read('package-lock.json').packages
const manifest: Record<string, Record<string, string>> = read('package.json')

describe('versions', () => {
  it.each(Object.entries(floors))('locks %s at %s or newer, wherever it appears', (name, floor) => {
    const versions = Object.entries(locked).flatMap(([path, { version }]) =>
      path.endsWith(`node_modules/${name}`) && version ? [version] : [],
    )
    expect(versions.filter((version) => !atLeast(version, floor))).toEqual([])
  })

  it('pins every dependency exactly', () => {
    const loose = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
      Object.entries(manifest[kind] ?? {}).filter(([, version]) => !/^\d/.test(version)),
    )
    expect(loose).toEqual([])
  })
})

function atLeast(version: string, floor: string): boolean {
  const [a, b] = [version, floor].map((text) => text.split(/[.-]/).slice(0, 3).map(Number))
  for (let index = 0; index < 3; index++) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return true
}
