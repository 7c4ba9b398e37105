import type { Finding, Opened } from './finding.ts'
import { openRecord } from './open-record.ts'
import { readEvents } from './openclaw/read-events.ts'
import { readFaults } from './openclaw/read-faults.ts'
import { readModelCalls } from './openclaw/read-model-calls.ts'
import { readModelStatus } from './openclaw/read-model-status.ts'
import { readFailure } from './read-failure.ts'
import { readLoggedAnswer } from './read-logged-answer.ts'
import type { LogRecord } from './record-lines.ts'
import type { Answered } from './stream-memory.ts'

type Read = (record: Opened) => Finding[]

/**
 * Each reader, and the words without which none of its signs can be there: cheap to look for, because they are looked
 * for in every record of a log. The first reader that knows a record decides. OpenClaw repeats what its libraries say,
 * so it goes first; an answer outweighs a failure to get one.
 */
const READERS: readonly [words: RegExp, read: Read][] = [
  [/unusableProfiles|"probes"/, readModelStatus],
  [/auth_profile_failure_state_updated|auth profile failure state updated/, readEvents],
  [/No text output returned|embedded_run_agent_end|embedded run agent end|\[model-fetch\] response/, readModelCalls],
  [
    /[Pp]airing re|pairing-required|PAIRING_REQUIRED|awaiting operator|unauthorized: |\bAUTH_[A-Z]|authReason|in cooldown|temporarily disabled|MODEL_FALLBACK|(?:cooldown|disabled)(?::\w{1,40})? \(\d|SECRETS_|SECRET_SURFACE|configured but unavailable|Failed to resolve [efs]|Exec provider "|unresolved in the active|failed to resolve secrets/,
    readFaults,
  ],
  [
    /[a-z]Error\b|Error code|rror: \d{3}|["']?(?:error|errors|type|message|detail)["']?: ?["'{[]|for url:? |HTTP Request: |< HTTP\/|https?:\/\//,
    readLoggedAnswer,
  ],
  [
    /\b(?:E[A-Z]{4,}|EPIPE|ERR_|UND_ERR|CERT_)|Errno|WinError|[Cc]ertificate|SSL|TLS|tls: |PKIX|x509|refused|reset by peer|Connection reset|hang up|disconnected|Disconnected|imed out|TimeoutE|TimeoutError|Timeout\b|timeout\b(?!=)|deadline exceeded|resolve|lookup |UnknownHost|Unresolved|ConnectException|SELF_SIGNED|UNABLE_TO_|": E|": unexpected E|Empty reply|header parser|HTTPS client|tunnel|[Pp]roxy|": [A-Z]|CONNECT|RequestAborted|prematurely closed|host not found|" 50[34] /,
    readFailure,
  ],
]

/** What a record proves; nothing for nearly every one. */
export function recogniseRecord(record: LogRecord, answered: Answered | undefined): [Opened, Finding[]] | undefined {
  let opened: Opened | undefined
  for (const [words, read] of READERS) {
    if (!words.test(record.text)) continue
    opened ??= openRecord(record, answered)
    const findings = read(opened)
    if (findings.length > 0) return [opened, findings]
  }
  return opened && [opened, []]
}
