import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'

const AGAIN_AFTER_MS = 1000

/**
 * Hears what the database tells on a channel, over a connection of its own that comes back by itself. `onGap`: what was
 * told may have been missed. Returns what ends it.
 */
export async function listen(
  url: string,
  channel: string,
  { onMessage, onGap }: { onMessage: (payload: string) => void; onGap: () => void },
): Promise<() => Promise<void>> {
  let client: Client | undefined
  let stopped = false

  const open = async () => {
    const next = new Client({ connectionString: url, keepAlive: true, application_name: 'claviger changes' })
    next.on('error', () => {})
    next.on('notification', ({ payload }) => onMessage(payload ?? ''))
    next.once('end', () => void reopen())
    await next.connect()
    await next.query(`LISTEN ${channel}`)
    client = next
    onGap()
  }
  const reopen = async () => {
    while (!stopped) {
      await sleep(AGAIN_AFTER_MS, undefined, { ref: false })
      if (
        await open().then(
          () => true,
          () => false,
        )
      )
        return
    }
  }
  await open()
  return async () => {
    stopped = true
    client?.removeAllListeners('end')
    await client?.end().catch(() => {})
  }
}
