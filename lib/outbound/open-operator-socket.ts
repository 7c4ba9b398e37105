import { isIP, type Socket } from 'node:net'
import { connect } from './connect.ts'
import { LIMITS } from './limits.ts'
import { resolve } from './resolve.ts'

/** A plain connection to a host that the operator configured, such as a mail server: it needs no entry in the allow list. */
export async function openOperatorSocket(host: string, port: number): Promise<Socket> {
  const bare = host.replace(/^\[|\]$/g, '')
  const question = {
    host: bare,
    literal: isIP(bare) !== 0,
    ofProxy: false,
    limitMs: LIMITS.dnsMs,
    vet: (addresses: string[]) => ({ addresses }),
  }
  const { addresses } = await resolve(question, () => {})
  return connect({ addresses, port, ofProxy: false }, LIMITS.tcpMs, () => {})
}
