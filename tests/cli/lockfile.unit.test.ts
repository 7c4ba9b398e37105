import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { missingPlatforms } from '#lib/tools/missing-platforms'

const root = path.resolve(import.meta.dirname, '../..')

test('a fresh clone can be installed: the lockfile holds every package that it names', () => {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
  expect(Object.keys(missingPlatforms(packages))).toEqual([])
})

test('finds the package of a platform that a mirror left out', () => {
  const packages = { 'node_modules/tool': { dev: true, optionalDependencies: { '@tool/linux-arm64-musl': '1.2.3' } } }
  expect(missingPlatforms(packages)).toEqual({
    'node_modules/@tool/linux-arm64-musl': {
      version: '1.2.3',
      os: ['linux'],
      cpu: ['arm64'],
      libc: ['musl'],
      dev: true,
      optional: true,
    },
  })
})
