/** A process that holds a data folder's database until it is killed: `hold-database.ts FOLDER server|command [durable]`. */
import { type Holder, holdPostgres } from '#lib/db/lease'

const [folder = '', holder = 'server', durable] = process.argv.slice(2)
const { postgres, release } = await holdPostgres(folder, holder as Holder, durable === 'durable')
process.stdout.write(`${postgres.url('owner')}\n`)
process.on('SIGTERM', async () => {
  await release()
  process.exit(0)
})
setInterval(() => {}, 60_000)
