import { providerNamed } from '../find-provider.ts'
import type { Finding, Opened } from '../finding.ts'
import { openclawFaults } from '../openclaw-faults.ts'
import { faultSigns, RESOLVER_EXITS } from './fault-signs.ts'

const REQUEST_ID = /requestId["=: ]{1,3}([0-9a-f][0-9a-f-]{7,63})/
const DEVICE_ID = /deviceId["=: ]{1,3}([0-9a-f]{16,64})/
const PATH_CHECK =
  /command is not readable|must not be a symlink|permissions are too open|must be owned by the current user|is outside trustedDirs/
const CHANNEL = /pairing list --channel ([\w-]{1,40})/
const EXIT = /exited with code (\d{1,3})/

/** Faults of OpenClaw itself, whatever form its lines have. */
export function readFaults({ words }: Opened): Finding[] {
  for (const { when, fault, isDeviceToken } of faultSigns) {
    const match = when.exec(words)
    if (!match) continue
    const { means, command } = openclawFaults[fault]
    const id = match.groups?.id ?? (isDeviceToken ? DEVICE_ID : REQUEST_ID).exec(words)?.[1]
    const channel = CHANNEL.exec(words)?.[1]
    const target = match.groups?.target ?? affectedIn(words)
    return [
      {
        cause: fault,
        confidence: 'proven',
        source: 'openclaw',
        means: [...reasonIn(words), means].join(' '),
        providerId: target && providerNamed(target)?.id,
        target,
        command: command({ id, channel, isDeviceToken: isDeviceToken ?? false }),
        proof: [match[0].split('\n', 1)[0] ?? ''],
      },
    ]
  }
  return []
}

function affectedIn(words: string): string | undefined {
  return /Affected owners: (?:stale|cold) provider:([\w-]{1,80})/.exec(words)?.[1]
}

/** The little that OpenClaw passes on of why a program gave no key. */
function reasonIn(words: string): string[] {
  const exit = EXIT.exec(words)?.[1]
  if (exit) return [RESOLVER_EXITS[exit] ?? `The program that brings the key ended with the code ${exit}.`]
  if (PATH_CHECK.test(words))
    return ['OpenClaw will not run the program that brings the key: its path, owner or permissions do not satisfy it.']
  return []
}
