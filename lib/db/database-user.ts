import { spawnSync } from 'node:child_process'
import { AppError } from '#lib/errors'
import type { SystemUser } from './run-as.ts'

/**
 * PostgreSQL refuses to run as root, so as root it runs as the user `postgres`, or as `claviger`, made when missing.
 * Everybody else runs it themselves: undefined.
 */
export function databaseUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const known = findUser('postgres') ?? findUser('claviger')
  if (known) return known
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'claviger'])
  const made = findUser('claviger')
  if (made) return made
  throw new AppError(
    'unavailable',
    'PostgreSQL does not run as root and no system user for it could be made. Create a user named claviger, start Claviger as an ordinary user, or set DATABASE_URL.',
  )
}

function findUser(name: string): SystemUser | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout || Number.NaN),
  )
  return uid && gid ? { uid, gid } : undefined
}

/** Whether `user` can enter a folder, which a home or a temporary folder with mode 0700 somewhere above it prevents. */
export function canReach(user: SystemUser | undefined, folder: string): boolean {
  if (!user) return true
  return spawnSync('/bin/sh', ['-c', 'cd -- "$0"', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
}
