import { Client } from 'pg'
import { AppError } from '#lib/errors'

/** One connection whose text form of dates and numbers depends on nobody's settings, and which no timeout cuts short. */
export async function connect(url: string, applicationName: string): Promise<Client> {
  const options = [
    'timezone=UTC',
    'datestyle=ISO',
    'intervalstyle=postgres',
    'extra_float_digits=3',
    'statement_timeout=0',
  ]
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: applicationName,
    options: [...options, 'idle_in_transaction_session_timeout=0'].map((option) => `-c ${option}`).join(' '),
  })
  client.on('error', () => {})
  await client.connect().catch((cause: unknown) => {
    throw new AppError('unavailable', 'The database is not reachable. See: npx claviger doctor', { cause })
  })
  return client
}
