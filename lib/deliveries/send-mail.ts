import type { Socket } from 'node:net'
import { createTransport } from 'nodemailer'
import type { Told } from '#lib/channels/messages'
import type { Sent } from '#lib/channels/send-to-channel'
import { openOperatorSocket } from '#lib/outbound/open-operator-socket'
import { runtime } from '#lib/server/runtime'
import { mailText } from './mail-text.ts'

const TIMEOUT_MS = 20_000

/** One mail through the operator's mail server. What is wrong there is the operator's matter, and said in their words. */
export async function sendMail(to: { name: string; email: string }, told: readonly [Told, ...Told[]]): Promise<Sent> {
  const { smtpUrl, url, mailFrom } = runtime().env
  if (!smtpUrl) return { problem: 'No mail server is set (SMTP_URL).' }
  const server = new URL(smtpUrl)
  const isSecure = server.protocol === 'smtps:'
  const port = Number(server.port) || (isSecure ? 465 : 587)
  const auth = server.username
    ? { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) }
    : undefined
  const transport = createTransport({
    host: server.hostname,
    port,
    secure: isSecure,
    ...(auth ? { auth } : {}),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    getSocket: (_options: unknown, done: (error: Error | null, socket: { connection: Socket } | false) => void) => {
      openOperatorSocket(server.hostname, port).then(
        (connection) => done(null, { connection }),
        (error: Error) => done(error, false),
      )
    },
  })
  try {
    const first = told[0]
    await transport.sendMail({
      from: mailFrom,
      to: { name: to.name, address: to.email },
      messageId: `<${first.id}@${new URL(url).hostname}>`,
      headers: { 'auto-submitted': 'auto-generated' },
      ...mailText(told, `${url}/notifications?tab=settings`),
    })
    return { problem: null }
  } catch (error) {
    return { problem: `The mail server did not take it: ${wordsOf(error)}` }
  } finally {
    transport.close()
  }
}

/** What the server said: never what was sent to it, which may hold the password. */
function wordsOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'it gave no reason.'
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  if (code === 'EAUTH') return 'it refuses the user or password of SMTP_URL.'
  if (typeof responseCode === 'number') return `it answered with ${responseCode}.`
  return typeof code === 'string' ? `${code}.` : 'it gave no reason.'
}
