import type { Server } from './server.ts'

export type Who =
  | { type: 'member'; name: string; email: string; role: string }
  | { type: 'scoped_key'; name: string; project: string; environment: string; expiresAt: string }

/** Whose token it is; throws where it is nobody's. */
export async function whoIs(server: Server, token: string): Promise<Who> {
  if (token.startsWith('clv_key_')) {
    const { name, project, environment, expiresAt } = await server.ask<Extract<Who, { type: 'scoped_key' }>>(
      'GET',
      '/scoped-keys/self',
    )
    return { type: 'scoped_key', name, project, environment, expiresAt }
  }
  const { name, email, role } = await server.ask<Extract<Who, { type: 'member' }>>('GET', '/me')
  return { type: 'member', name, email, role }
}

export function describe(who: Who): string {
  if (who.type === 'member') return `${who.name} (${who.email}, ${who.role})`
  return `the scoped key "${who.name}" of ${who.project}/${who.environment}, until ${who.expiresAt.slice(0, 10)}`
}
