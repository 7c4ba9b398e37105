import { describe } from '../conclusion/from-logs.ts'
import type { Findings } from '../findings.ts'
import type { TroubleshootingAction } from '../schema.ts'
import { type BuildStep, byMachine, byPerson } from './step.ts'

const MOST_TOLD = 3
const COMMANDS: Partial<Record<NonNullable<Findings['application']['platform']>, string>> = {
  openclaw: 'openclaw logs --json > openclaw.log; openclaw models status --json >> openclaw.log',
  docker: 'docker logs --timestamps --since 2h CONTAINER > application.log 2>&1',
  kubernetes: 'kubectl logs --timestamps --since=2h deployment/APP > application.log',
}

/** What the application's own logs prove. */
export const logs: BuildStep = (findings) => {
  const latest = findings.logs.at(-1)
  const actions = [giveLog(findings)]
  if (!latest) {
    const summary =
      'No log was given yet. It shows what the application meets on its own network, with its own settings.'
    return byPerson({ step: 'logs', status: 'waiting', summary, actions, at: null })
  }
  const groups = findings.logs.flatMap(({ reading }) => reading.groups)
  const { bytes, lines, unknownLines, truncated, notes } = latest.reading
  const told = groups.slice(0, MOST_TOLD).map((group) => `${group.headline} (${describe(group)})`)
  return byMachine({
    step: 'logs',
    status:
      groups.length === 0 ? 'passed' : groups.some(({ confidence }) => confidence !== 'possible') ? 'failed' : 'warned',
    summary:
      groups.length === 0
        ? `${lines} lines were read, and nothing in them is known to stop a pairing.`
        : told.join(' '),
    evidence: {
      logs: findings.logs.length,
      bytes,
      lines,
      unknownLines,
      truncated,
      notes,
      groups: groups.map(({ cause, source, confidence, count, firstAt, lastAt }) => ({
        cause,
        source,
        confidence,
        count,
        firstAt,
        lastAt,
      })),
    },
    actions,
    at: latest.at,
  })
}

function giveLog({ application }: Findings): TroubleshootingAction {
  const command = application.platform && COMMANDS[application.platform]
  return {
    id: 'logs.upload',
    kind: 'logs',
    title: 'Give the application’s log',
    detail:
      'Paste or upload it, up to 50 MiB. It is read while it comes in; only the lines that prove something are kept, with every credential masked.',
    ...(command && { command }),
  }
}
