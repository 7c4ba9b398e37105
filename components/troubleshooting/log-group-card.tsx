import { formatCount } from '#lib/format/format-count'
import { LOG_SOURCES, type LogGroup } from '#lib/log-reading/schema'
import { CONFIDENCE_WORDS } from '@/components/pairing/verdict-words'
import { Chip } from '@/components/ui/chip'
import { CodeBlock } from '@/components/ui/code-block'
import { CauseBadge } from './cause-badge.tsx'

/** One cause that a log proves: how often and when, the lines that prove it, and the command that mends it where there is one. */
export function LogGroupCard({ group }: { group: LogGroup }) {
  const { cause, headline, means, source, target, confidence, count, lines, command } = group
  const { word, means: sure } = CONFIDENCE_WORDS[confidence]
  return (
    <article aria-label={headline} className="overflow-hidden rounded-lg border">
      <header className="flex flex-col gap-1.5 px-3 py-2.5">
        <h5 className="font-medium text-sm">{headline}</h5>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1.5 text-muted text-xs">
          <CauseBadge cause={cause} />
          <Chip>
            <span title={sure}>{word}</span>
          </Chip>
          <span>
            {formatCount(count, 'record')} of {LOG_SOURCES[source]}
            {target && (
              <>
                {' '}
                about <span className="font-mono wrap-anywhere">{target}</span>
              </>
            )}
          </span>
          <span className="tabular-nums">{timesOf(group)}</span>
        </p>
        {means && <p className="max-w-prose text-muted text-sm">{means}</p>}
      </header>
      <LogLines lines={lines} />
      {command && <CodeBlock wrap label="Mends it, on the machine of OpenClaw" code={command} className="m-3" />}
    </article>
  )
}

function LogLines({ lines }: Pick<LogGroup, 'lines'>) {
  if (lines.length === 0) return null
  return (
    <section
      aria-label="Lines that prove it"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className="overflow-x-auto border-t bg-sunken py-1.5 focus-visible:-outline-offset-2"
    >
      <ol className="min-w-max font-mono text-xs leading-5">
        {lines.map(({ number, text }) => (
          <li key={number} className="flex gap-3 px-3">
            <span className="w-12 shrink-0 select-none text-right text-faint tabular-nums">{number}</span>
            <span className="whitespace-pre">{text}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function timesOf({ firstAt, lastAt }: LogGroup): string {
  if (!firstAt || !lastAt) return 'without a time'
  return firstAt === lastAt ? logTime(firstAt) : `${logTime(firstAt)} to ${logTime(lastAt)}`
}

/** As the log says it: in its own zone where it names none. */
function logTime(at: string): string {
  return `${at.slice(0, 19).replace('T', ' ')}${at.endsWith('Z') ? ' UTC' : ''}`
}
