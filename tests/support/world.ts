import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { EnvironmentRole, InstallationRole } from '#lib/access/roles'
import type { Actor, Context } from '#lib/context'
import { createClient, createPool, type PrismaClient } from '#lib/db/client'
import { readEnv } from '#lib/env'
import { newId } from '#lib/ids'
import type { Jobs } from '#lib/jobs/jobs'
import type { Queue } from '#lib/jobs/queue'
import { QUEUES } from '#lib/jobs/queues'
import { startJobs } from '#lib/jobs/start-jobs'
import { readPolicy } from '#lib/outbound/policy'
import { type Runtime, setRuntime } from '#lib/server/runtime'
import { mintBearer } from '#lib/vault/bearer'
import { openKeyring } from '#lib/vault/open-keyring'
import { freshDatabase } from './database.ts'

/** An installation of the test's own: database, master key and the process's runtime. */
export interface World {
  runtime: Runtime
  /** The app's own client, to look behind the verbs. */
  db: PrismaClient
  /** The tables' owner, to tamper with what the app may not touch. */
  adminUrl: string
  operator: Context
  anonymous: Context
  /** A member with these rights, and the Context of their next request. */
  member(role: InstallationRole, grants?: Record<string, EnvironmentRole>): Promise<WorldMember>
  /** The Context of a request that a member makes now, with the rights they have now. */
  as(memberId: string): Promise<Context>
  project(): Promise<WorldProject>
  /** A personal access token, as its owner would send it. */
  token(memberId: string, expiresAt?: Date): Promise<string>
  /** Audit events, oldest first. */
  events(where?: { action?: string; outcome?: string }): ReturnType<PrismaClient['auditEvent']['findMany']>
  /** Runs background work from now on, as the server does: all of it, or these queues. */
  work(queues?: readonly Queue[]): Promise<Jobs>
  close(): Promise<void>
}
export interface WorldMember {
  id: string
  email: string
  ctx: Context
}
export interface WorldProject {
  id: string
  slug: string
  development: string
  staging: string
  production: string
}

export async function freshWorld(settings: Record<string, string> = {}): Promise<World> {
  const database = await freshDatabase()
  const dataDir = await mkdtemp(path.join(tmpdir(), 'claviger-world-'))
  const env = readEnv({ NODE_ENV: 'test', CLAVIGER_DATA_DIR: dataDir, ...settings })
  const pool = createPool(database.appUrl)
  const db = createClient(pool)
  const keyring = await openKeyring({ env, db })
  const outbound = readPolicy({ ...env, controlHosts: env.controlHosts ?? [] })
  const runtime: Runtime = { env, db, pool, keyring, outbound, appUrl: database.appUrl, startedAt: new Date() }
  setRuntime(runtime)
  const as = async (id: string) => contextOf(await actorOf(db, id))
  return {
    runtime,
    db,
    adminUrl: database.adminUrl,
    operator: contextOf({ type: 'operator', id: 'operator', name: 'operator' }),
    anonymous: contextOf({ type: 'anonymous', id: 'anonymous', name: 'anonymous' }),
    as,
    member: async (role, grants = {}) => {
      const { id, email } = await createMember(db, role, grants)
      return { id, email, ctx: await as(id) }
    },
    project: () => createProject(db),
    token: async (memberId, expiresAt = new Date(Date.now() + 86_400_000)) => {
      const { secret, hash, tail } = mintBearer('pat')
      await db.token.create({ data: { id: newId('tok'), memberId, name: 'test', hash, tail, expiresAt } })
      return secret
    },
    events: (where) => db.auditEvent.findMany({ where, orderBy: { seq: 'asc' } }),
    work: async (queues = QUEUES) => {
      await runtime.jobs?.stop()
      runtime.jobs = await startJobs(pool, queues)
      return runtime.jobs
    },
    close: async () => {
      await runtime.jobs?.stop()
      setRuntime(undefined)
      await db.$disconnect()
      await pool.end()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function contextOf(actor: Actor): Context {
  return { actor, address: '192.0.2.7', requestId: newId('req') }
}

async function actorOf(db: PrismaClient, id: string): Promise<Actor> {
  const { name, email, role, grants } = await db.member.findUniqueOrThrow({ where: { id }, include: { grants: true } })
  const held = new Map(grants.map((grant) => [grant.environmentId, grant.role]))
  return { type: 'member', id, name, email, role, grants: held, via: { type: 'session', id: 'ses_test' } }
}

function createMember(db: PrismaClient, role: InstallationRole, grants: Record<string, EnvironmentRole>) {
  const email = `${role}-${randomBytes(4).toString('hex')}@example.test`
  const held = Object.entries(grants).map(([environmentId, each]) => ({ id: newId('grt'), environmentId, role: each }))
  return db.member.create({ data: { id: newId('mem'), email, name: `The ${role}`, role, grants: { create: held } } })
}

async function createProject(db: PrismaClient): Promise<WorldProject> {
  const id = newId('prj')
  const slug = `project-${randomBytes(4).toString('hex')}`
  const [development, staging, production] = [newId('env'), newId('env'), newId('env')]
  const environments = { development, staging, production }
  const rows = Object.entries(environments).map(([name, each], position) => {
    return { id: each, slug: name, name, position, protected: name === 'production' }
  })
  await db.project.create({ data: { id, slug, name: 'A project', environments: { create: rows } } })
  return { id, slug, ...environments }
}
