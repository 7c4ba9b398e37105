/*
 * Adds what a registry mirror left out of package-lock.json: packages of other platforms, without which `npm ci` calls
 * the lockfile out of step. Run it after changing dependencies where the mirror holds only its own platform's:
 *
 *   npx node lib/tools/complete-lockfile.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { missingPlatforms, type Packages } from './missing-platforms.ts'

const FILE = path.resolve(import.meta.dirname, '../../package-lock.json')

const lockfile = JSON.parse(readFileSync(FILE, 'utf8')) as { packages: Packages }
const missing = missingPlatforms(lockfile.packages)
const packages = Object.entries({ ...lockfile.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en'))
writeFileSync(FILE, `${JSON.stringify({ ...lockfile, packages: Object.fromEntries(packages) }, null, 2)}\n`)
console.error(`Added ${Object.keys(missing).length} packages of other platforms.`)
