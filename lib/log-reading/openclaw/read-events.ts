import { isRecord } from '#lib/providers/read-error'
import { providerNamed } from '../find-provider.ts'
import type { Finding, Opened } from '../finding.ts'
import { openclawFaults } from '../openclaw-faults.ts'

const CONSOLE = /\bauth profile failure state updated\b[^\n]{0,2000}/
const WINDOW = /\bwindowType["=: ]{1,3}(cooldown|disabled)/
const PROVIDER = /\bprovider["=: ]{1,3}([\w.-]{1,80})/
const REASON = /\breason["=: ]{1,3}(\w{1,40})/

/** OpenClaw puts a key aside after a failure; the failure itself has an event of its own. */
export function readEvents({ json, words }: Opened): Finding[] {
  const event = json && isRecord(json['1']) ? json['1'] : undefined
  const line = event?.event === 'auth_profile_failure_state_updated' ? JSON.stringify(event) : CONSOLE.exec(words)?.[0]
  const window = line && WINDOW.exec(line)?.[1]
  if (!line || !window) return []
  const target = PROVIDER.exec(line)?.[1]
  const reason = REASON.exec(line)?.[1]
  const { means, command } = openclawFaults.openclaw_profile_cooldown
  return [
    {
      cause: 'openclaw_profile_cooldown',
      confidence: 'proven',
      source: 'openclaw',
      means: `It is ${window === 'disabled' ? 'switched off' : 'in cooldown'}${reason ? ` because of “${reason}”` : ''}. ${means}`,
      providerId: target && providerNamed(target)?.id,
      target,
      command: command({}),
      proof: ['auth profile failure state updated'],
    },
  ]
}
