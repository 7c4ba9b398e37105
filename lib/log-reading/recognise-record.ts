import type { Finding, Opened } from './finding.ts'
import { readEvents } from './openclaw/read-events.ts'
import { readFaults } from './openclaw/read-faults.ts'
import { readModelCalls } from './openclaw/read-model-calls.ts'
import { readModelStatus } from './openclaw/read-model-status.ts'
import { readFailure } from './read-failure.ts'
import { readLoggedAnswer } from './read-logged-answer.ts'

/** The first that knows the record decides. OpenClaw repeats what its libraries say, so it goes first; an answer outweighs a failure to get one. */
const READERS: readonly ((record: Opened) => Finding[])[] = [
  readModelStatus,
  readEvents,
  readModelCalls,
  readFaults,
  readLoggedAnswer,
  readFailure,
]

/**
 * Whether a record can hold anything at all: some code, status or word that every sign has. Cheap, because it is asked
 * of every record of a log.
 */
const WORTH_READING =
  /\b[3-5]\d\d\b|Error\b|HTTPS client|E[A-Z]{4}|ERR_|CERT|[Cc]ertificat|SSL|TLS|tls|PKIX|x509|refused|reset|[Tt]ime(?:d )?-?[Oo]ut|deadline|resolve|lookup|no such host|EOF|hang up|socket|[Pp]airing|PAIRING|unauthorized|AUTH_|cooldown|disabled|SECRET|secret|[Pp]rovider|[Pp]roxy|tunnel|upstream|Exception|Disconnected|bootstrap|capability|agent end|timed out|Forbidden|Gateway/

export function recogniseRecord(record: Opened): Finding[] {
  for (const reader of READERS) {
    const findings = reader(record)
    if (findings.length > 0) return findings
  }
  return []
}

export function isWorthReading(text: string): boolean {
  return WORTH_READING.test(text)
}
