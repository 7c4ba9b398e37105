import { formatDuration } from '#lib/format/format-duration'
import type { TcpTrace } from '#lib/outbound/trace'
import type { PairingStage } from '../schema.ts'
import { writeStage } from './write-stage.ts'

export function tcpStage(trace: TcpTrace): PairingStage {
  const attempts = trace.attempts.map(({ address, outcome, code, durationMs }) => ({
    address,
    outcome,
    ...(code && { code }),
    durationMs,
  }))
  const { port, remoteAddress, ofProxy } = trace
  return writeStage(trace, summarise(trace), { port, remoteAddress, attempts, ofProxy: ofProxy || undefined })
}

function summarise({ attempts, port, ofProxy, remoteAddress, durationMs }: TcpTrace): string {
  const failed = attempts.filter(({ outcome }) => outcome === 'failed').map(({ address }) => address)
  const after = failed.length > 0 ? ` after ${failed.join(' and ')} did not answer` : ''
  return `Connected to ${ofProxy ? 'the proxy at ' : ''}${remoteAddress} port ${port} in ${formatDuration(durationMs)}${after}.`
}
