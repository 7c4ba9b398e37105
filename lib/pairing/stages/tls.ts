import type { TlsTrace } from '#lib/outbound/trace'
import type { PairingStage } from '../schema.ts'
import { writeStage } from './write-stage.ts'

export function tlsStage(trace: TlsTrace): PairingStage {
  const { protocol, cipher, servername } = trace
  const chain = trace.chain.map((certificate) => ({ ...certificate }))
  return writeStage(trace, summarise(trace), { servername, protocol, cipher, chain })
}

function summarise({ servername, protocol, chain, skipped }: TlsTrace): string {
  if (skipped) return 'Plain http: nothing is encrypted on the way.'
  const [leaf] = chain
  const version = (protocol ?? 'TLS').replace('TLSv', 'TLS ')
  if (!leaf) return `${version}, with a certificate for ${servername} that this machine trusts.`
  return `${version}, certificate for ${servername} valid until ${leaf.validTo.slice(0, 10)}, signed by ${commonName(leaf.issuer)}.`
}

function commonName(name: string): string {
  return /(?:^|, )CN=(.+?)(?=, [A-Za-z]+=|$)/.exec(name)?.[1] ?? name
}
