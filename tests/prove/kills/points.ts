import { existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { runClaviger } from '../../cli/run-claviger.ts'
import { lookInside, type Running } from './installation.ts'
import { ask, createKey, type Desk, type OperationName, operations } from './operations.ts'

/** What a round has at hand at its moment. */
export interface Scene {
  dataDir: string
  running: Running
  desk: Desk
  kill(): Promise<void>
}

/**
 * A moment that somebody outside can see. `fresh`: during the first start on an empty folder. `starting`: during a start
 * after a clean stop. `running`: while the server works for a client.
 */
export type Point = { name: string; withDatabase?: boolean } & (
  | {
      when: 'fresh' | 'starting'
      sees: (dataDir: string, running: Running) => boolean | Promise<boolean>
      prepare?: (dataDir: string) => Promise<void>
    }
  | { when: 'running'; act: (scene: Scene) => Promise<void> }
)

const has = (name: string) => (dataDir: string) => existsSync(path.join(dataDir, name))
const isReady = async (_: string, { ready }: Running) => Boolean(await Promise.race([ready, sleep(1, false)]))
const inside = (sql: string) => async (dataDir: string) => ((await lookInside(dataDir, sql))?.length ?? 0) > 0
const LAST_MIGRATION = '20261124001130_index_key_expiry'

const fresh: Point[] = [
  { when: 'fresh', name: 'first start: the port opens', sees: (_, { baseUrl }) => isOpen(baseUrl) },
  { when: 'fresh', name: 'first start: database.json is there', sees: has('database.json') },
  {
    when: 'fresh',
    name: 'first start: a cluster is being made',
    sees: (dataDir) => readdirSync(dataDir).some((name) => /^postgres\.\w{12}$/.test(name)),
  },
  { when: 'fresh', name: 'first start: the cluster has its name', sees: has('postgres') },
  { when: 'fresh', name: 'first start: PostgreSQL writes its pid', sees: has('postgres/postmaster.pid') },
  {
    when: 'fresh',
    name: 'first start: PostgreSQL writes its pid, killed too',
    withDatabase: true,
    sees: has('postgres/postmaster.pid'),
  },
  { when: 'fresh', name: 'first start: the database is there', sees: inside('SELECT 1') },
  {
    when: 'fresh',
    name: 'first start: the migrations begin',
    sees: inside("SELECT 1 FROM pg_tables WHERE tablename = '_prisma_migrations'"),
  },
  {
    when: 'fresh',
    name: 'first start: the first migration is applied',
    sees: inside('SELECT 1 FROM _prisma_migrations WHERE finished_at IS NOT NULL'),
  },
  { when: 'fresh', name: 'first start: the master key is there', sees: has('master.key') },
  { when: 'fresh', name: 'first start: the root key is sealed', sees: inside('SELECT 1 FROM root_keys') },
  { when: 'fresh', name: 'first start: it says that it is ready', sees: isReady },
]

const starting: Point[] = [
  { when: 'starting', name: 'second start: the port opens', sees: (_, { baseUrl }) => isOpen(baseUrl) },
  { when: 'starting', name: 'second start: PostgreSQL runs again', sees: has('postgres/postmaster.pid') },
  {
    when: 'starting',
    name: 'second start: it says that it is ready, PostgreSQL killed too',
    withDatabase: true,
    sees: isReady,
  },
  { when: 'starting', name: 'upgrade: the backup is being written', prepare: unapply, sees: hasBackup(/\.partial$/) },
  { when: 'starting', name: 'upgrade: the backup is there', prepare: unapply, sees: hasBackup(/\.backup$/) },
  {
    when: 'starting',
    name: 'upgrade: the migration has begun, PostgreSQL killed too',
    withDatabase: true,
    prepare: unapply,
    sees: inside(`SELECT 1 FROM _prisma_migrations WHERE migration_name = '${LAST_MIGRATION}'`),
  },
]

const halfway = (operation: OperationName, withDatabase = false): Point => ({
  when: 'running',
  name: `${operation}: half way through${withDatabase ? ', PostgreSQL killed too' : ''}`,
  withDatabase,
  async act({ desk, kill }) {
    await operations[operation](desk)
    const started = performance.now()
    await operations[operation](desk)
    const usualMs = performance.now() - started
    await Promise.allSettled([operations[operation](desk), sleep(usualMs * 0.7).then(kill)])
  },
})

const acknowledged = (operation: OperationName, withDatabase = false): Point => ({
  when: 'running',
  name: `${operation}: just acknowledged${withDatabase ? ', PostgreSQL killed too' : ''}`,
  withDatabase,
  async act({ desk, kill }) {
    await operations[operation](desk)
    await kill()
  },
})

const working: Point[] = [
  halfway('create'),
  acknowledged('create'),
  halfway('replace'),
  acknowledged('replace', true),
  halfway('import'),
  halfway('import', true),
  acknowledged('import'),
  acknowledged('delete'),
  halfway('restore'),
  acknowledged('edit'),
  halfway('reveal'),
  acknowledged('invite'),
  halfway('grant'),
  acknowledged('token', true),
  acknowledged('test'),
  {
    when: 'running',
    name: 'test: between two stages',
    act: ({ desk, kill }) => whileTested(desk, (heard) => heard.includes('event: stage') && kill()),
  },
  { when: 'running', name: 'test: while the provider holds its answer', act: whileHeld },
  {
    when: 'running',
    name: 'bulk test: after the first result',
    async act({ desk, kill }) {
      const ids = await Promise.all([createKey(desk), createKey(desk), createKey(desk)]).then((keys) =>
        keys.map(({ id }) => id),
      )
      await hear(desk, '/pairings/batches', { ids }, (heard) => heard.includes('event: result') && kill())
    },
  },
  {
    when: 'running',
    name: 'backup command: while it writes',
    async act({ dataDir, running, kill }) {
      const file = path.join(dataDir, `prove-${Date.now()}.backup`)
      const backup = runClaviger(['backup', file], running.settings)
      const isOver = backup.then(() => true)
      while (!existsSync(`${file}.partial`) && !(await Promise.race([isOver, sleep(1, false)])));
      await kill()
      const { code, stderr } = await backup
      if ((code === 0) !== existsSync(file))
        throw new Error(`The backup ended with ${code} and a file that says otherwise: ${stderr}`)
    },
  },
  {
    when: 'running',
    name: 'shutdown: at once after it was asked',
    async act({ running, kill }) {
      running.child.kill('SIGTERM')
      await kill()
    },
  },
  {
    when: 'running',
    name: 'shutdown: the port is closed',
    async act({ running, kill }) {
      running.child.kill('SIGTERM')
      while (await isOpen(running.baseUrl)) await sleep(1)
      await kill()
    },
  },
]

/** Every moment by name. */
export const points: Point[] = [...fresh, ...starting, ...working]

async function whileTested(desk: Desk, each: (heard: string) => unknown): Promise<void> {
  const { id } = await createKey(desk)
  await hear(desk, `/keys/${id}/pairings`, {}, each)
}

/** Listens to an event stream until it breaks off. */
async function hear(desk: Desk, path: string, body: unknown, each: (heard: string) => unknown): Promise<void> {
  let heard = ''
  const hearing = desk.listen(path, body, (text) => {
    heard += text
    return each(heard)
  })
  await hearing.catch(() => {})
}

async function whileHeld({ desk, kill }: Scene): Promise<void> {
  const asked = Promise.withResolvers<void>()
  const holding = createServer(() => asked.resolve()).listen(0, '127.0.0.1')
  await new Promise((resolve) => holding.once('listening', resolve))
  const { port } = holding.address() as { port: number }
  const { id } = await createKey(desk, `http://127.0.0.1:${port}/v1`)
  const testing = ask(desk, 'POST', `/keys/${id}/pairings`).catch(() => {})
  await asked.promise
  await kill()
  await testing
  holding.closeAllConnections()
  holding.close()
}

/** As a version before the last migration left it. */
export async function unapply(dataDir: string): Promise<void> {
  await lookInside(dataDir, 'DROP INDEX keys_expires_at_id_idx')
  await lookInside(dataDir, `DELETE FROM _prisma_migrations WHERE migration_name = '${LAST_MIGRATION}'`)
}

function hasBackup(name: RegExp) {
  const before = new Set<string>()
  const list = (dataDir: string) => {
    const folder = path.join(dataDir, 'backups')
    return existsSync(folder) ? readdirSync(folder) : []
  }
  let isFirst = true
  return (dataDir: string) => {
    const names = list(dataDir)
    if (isFirst) for (const each of names) before.add(each)
    isFirst = false
    return names.some((each) => name.test(each) && !before.has(each))
  }
}

function isOpen(baseUrl: string): Promise<boolean> {
  const { port } = new URL(baseUrl)
  return new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    }).once('error', () => resolve(false))
  })
}
