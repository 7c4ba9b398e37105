import { formatDuration } from '#lib/format/format-duration'
import type { DnsTrace } from '#lib/outbound/trace'
import type { PairingStage } from '../schema.ts'
import { writeStage } from './write-stage.ts'

export function dnsStage(trace: DnsTrace): PairingStage {
  const { host, addresses, ofProxy } = trace
  return writeStage(trace, summarise(trace), { host, addresses, ofProxy: ofProxy || undefined })
}

function summarise({ host, addresses, ofProxy, skipped, durationMs }: DnsTrace): string {
  const whose = ofProxy ? 'The proxy' : 'The target'
  if (skipped) return `${whose} is given as an address, ${host}: nothing to look up.`
  const count = addresses.length === 1 ? (addresses[0] ?? '') : `${addresses.length} addresses`
  return `Resolved ${ofProxy ? `the proxy ${host}` : host} to ${count} in ${formatDuration(durationMs)}.`
}
