import { formatDuration } from '#lib/format/format-duration'
import type { HttpTrace } from '#lib/outbound/trace'
import type { PairingStage } from '../schema.ts'
import { writeStage } from './write-stage.ts'

export function httpStage(trace: HttpTrace): PairingStage {
  const { method, path, answeredStatus, firstByteMs, bytes, contentType, location, cutShort } = trace
  return writeStage(trace, summarise(trace), {
    method,
    path,
    answeredStatus,
    firstByteMs,
    bytes,
    contentType,
    location,
    cutShort,
  })
}

const CUT_SHORT = {
  size: ' Only the beginning of a very long answer was read.',
  time: ' The answer did not end in time; what came was kept.',
}

function summarise({ method, path, answeredStatus, firstByteMs, location, cutShort }: HttpTrace): string {
  const answered = `${method} ${path} was answered with ${answeredStatus} after ${formatDuration(firstByteMs ?? 0)}.`
  const redirect = location === undefined ? '' : ` It points to ${location}, which was not followed.`
  return `${answered}${redirect}${cutShort ? CUT_SHORT[cutShort] : ''}`
}
