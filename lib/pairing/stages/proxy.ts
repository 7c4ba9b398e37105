import { formatDuration } from '#lib/format/format-duration'
import type { ProxyTrace } from '#lib/outbound/trace'
import type { PairingStage } from '../schema.ts'
import { writeStage } from './write-stage.ts'

export function proxyStage(trace: ProxyTrace): PairingStage {
  return writeStage(trace, summarise(trace), { proxy: trace.proxy, answeredStatus: trace.answeredStatus })
}

function summarise({ proxy, answeredStatus, skipped, durationMs }: ProxyTrace): string {
  if (skipped) return 'No proxy is set for this target.'
  if (answeredStatus === undefined) return `The proxy ${proxy} takes plain http without a tunnel.`
  return `The proxy ${proxy} opened a tunnel in ${formatDuration(durationMs)}.`
}
