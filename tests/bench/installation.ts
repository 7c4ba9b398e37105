import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { createClient, createPool, type PrismaClient } from '#lib/db/client'
import { stopPostgres } from '#lib/db/cluster'
import { runEmbeddedPostgres } from '#lib/db/embedded-postgres'
import { migrate } from '#lib/db/migrate'
import { readEnv } from '#lib/env'
import { newId } from '#lib/ids'
import { QUEUES } from '#lib/jobs/queues'
import { startJobs } from '#lib/jobs/start-jobs'
import { readPolicy } from '#lib/outbound/policy'
import { setRuntime } from '#lib/server/runtime'
import { mintBearer } from '#lib/vault/bearer'
import { openKeyring } from '#lib/vault/open-keyring'

/** The product's verbs in this process, on a durable PostgreSQL of their own. */
export interface Installation {
  db: PrismaClient
  /** Personal access token of the owner. */
  token: string
  project: { id: string; slug: string; environmentId: string }
  /** What autovacuum would do in its own time after many rows came at once. */
  analyze(): Promise<void>
  stop(): Promise<void>
}

/** `work`: with background work, as the product has it; without, nothing else disturbs what is measured. */
export async function startInstallation({ work = false } = {}): Promise<Installation> {
  const folder = mkdtempSync(path.join(tmpdir(), 'claviger-bench-'))
  const postgres = await runEmbeddedPostgres(folder, { durable: true })
  await migrate(postgres.url('owner'), postgres.url('app'))
  const env = readEnv({ NODE_ENV: 'production', CLAVIGER_DATA_DIR: folder, CLAVIGER_OUTBOUND_ALLOW: '127.0.0.1' })
  const pool = createPool(postgres.url('app'))
  const db = createClient(pool)
  const keyring = await openKeyring({ env, db })
  const runtime = {
    env,
    db,
    pool,
    keyring,
    outbound: readPolicy({ ...env, controlHosts: [] }),
    appUrl: postgres.url('app'),
    startedAt: new Date(),
  }
  setRuntime(runtime)
  const jobs = work ? await startJobs(pool, QUEUES) : undefined
  setRuntime({ ...runtime, ...(jobs ? { jobs } : {}) })
  const { secret, hash, tail } = mintBearer('pat')
  const expiresAt = new Date(Date.now() + 86_400_000)
  await db.member.create({
    data: {
      id: newId('mem'),
      email: 'owner@example.test',
      name: 'The owner',
      role: 'owner',
      tokens: { create: { id: newId('tok'), name: 'bench', hash, tail, expiresAt } },
    },
  })
  const environmentId = newId('env')
  const project = { id: newId('prj'), slug: 'bench', name: 'Bench' }
  await db.project.create({
    data: { ...project, environments: { create: { id: environmentId, slug: 'development', name: 'Development' } } },
  })
  return {
    db,
    token: secret,
    project: { id: project.id, slug: project.slug, environmentId },
    analyze: async () => {
      const owner = new Client({ connectionString: postgres.url('owner') })
      await owner.connect()
      await owner.query('VACUUM ANALYZE')
      await owner.end()
    },
    stop: async () => {
      await jobs?.stop()
      setRuntime(undefined)
      await db.$disconnect()
      await pool.end()
      await stopPostgres(postgres.cluster)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A value of the form of OpenAI's project keys, random. */
export function randomOpenAiKey(): string {
  const part = () => randomBytes(60).toString('base64url').slice(0, 74)
  return `sk-proj-${part()}T3BlbkFJ${part()}`
}
