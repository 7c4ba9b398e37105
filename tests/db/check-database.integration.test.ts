import { createServer } from 'node:net'
import { expect, inject, test } from 'vitest'
import { startDatabase } from '#lib/db/start-database'
import { freshDatabase } from '../support/database.ts'
import { freePort } from '../support/port.ts'

const start = (databaseUrl: string) => startDatabase({ dataDir: '/nowhere', databaseUrl })

test("uses the operator's own database, and starts none", async () => {
  const { appUrl, drop } = await freshDatabase()
  const database = await start(appUrl)
  expect(database).toMatchObject({ appUrl, adminUrl: appUrl, embedded: false })
  await database.stop()
  await drop()
})

test('says that nobody listens there, and does not repeat the password', async () => {
  const port = await freePort()
  const attempt = start(`postgresql://app:canary-password@127.0.0.1:${port}/claviger`)
  await expect(attempt).rejects.toThrow(
    `DATABASE_URL: the database at 127.0.0.1:${port} is not reachable (ECONNREFUSED)`,
  )
  await expect(attempt).rejects.not.toThrow('canary-password')
})

test('says that the password is refused, and does not repeat it', async () => {
  const url = new URL(inject('database').appUrl)
  url.password = 'canary-password'
  url.pathname = '/claviger'
  const attempt = start(url.href)
  await expect(attempt).rejects.toThrow(/refuses the user claviger_app or its password/)
  await expect(attempt).rejects.not.toThrow('canary-password')
})

test('says that the database does not exist', async () => {
  await expect(start(`${inject('database').appUrl}absent`)).rejects.toThrow(/there is no database absent/)
})

test('refuses a server older than PostgreSQL 15', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => {
      socket.write(Buffer.concat([authenticated(), ready()]))
      socket.on('data', (data) => {
        if (data[0] === 0x51) socket.write(Buffer.concat([oneRow('server_version_num', '140012'), ready()]))
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await expect(start(`postgresql://app@127.0.0.1:${port}/claviger`)).rejects.toThrow(
    'DATABASE_URL: the database is PostgreSQL 14; Claviger needs 15 or newer.',
  )
  server.close()
})

/** Just enough of PostgreSQL's protocol to claim an old version, for no old server comes with the packages. */
function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5, type)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
const authenticated = () => message('R', Buffer.alloc(4))
const ready = () => message('Z', Buffer.from('I'))
function oneRow(column: string, value: string): Buffer {
  const field = Buffer.concat([Buffer.from([0, 1]), Buffer.from(`${column}\0`), Buffer.alloc(18)])
  field.writeInt32BE(25, 2 + column.length + 1 + 6)
  const size = Buffer.alloc(4)
  size.writeInt32BE(value.length)
  const row = Buffer.concat([Buffer.from([0, 1]), size, Buffer.from(value)])
  return Buffer.concat([message('T', field), message('D', row), message('C', Buffer.from('SHOW\0'))])
}
