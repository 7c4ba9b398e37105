import { execFileSync } from 'node:child_process'
import { readdirSync, readlinkSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { copyBinaries, packageRoot } from '#lib/db/postgres-binaries'
import { makeDataFolder } from '../support/data-folder.ts'

test('a copy of PostgreSQL needs nothing of the package that it was copied from, and everybody may run it', async () => {
  const home = makeDataFolder()
  const copy = await copyBinaries(packageRoot(), home)
  const entries = readdirSync(copy, { recursive: true, withFileTypes: true })
  const links = entries.filter((entry) => entry.isSymbolicLink())
  expect(links.length).toBeGreaterThan(5)
  for (const link of links) expect(path.isAbsolute(readlinkSync(path.join(link.parentPath, link.name)))).toBe(false)
  expect(statSync(path.join(copy, 'lib')).mode & 0o005).toBe(0o005)
  expect(String(execFileSync(path.join(copy, 'bin/postgres'), ['--version']))).toContain('18.')
  rmSync(home, { recursive: true })
})
