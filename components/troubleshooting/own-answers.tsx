import type { ReactNode } from 'react'
import type { Troubleshooting } from '#lib/troubleshooting/schema'
import { VerdictBadge } from '@/components/pairing/verdict-badge'
import { RelativeTime } from '@/components/time/relative-time'
import { Notice } from '@/components/ui/notice'

interface OwnAnswersProps {
  answers: Troubleshooting['ownAnswers']
  pairing: Troubleshooting['pairing']
}

/** The latest answer of a person's own tool beside the one that came here, and what the two prove. */
export function OwnAnswers({ answers, pairing }: OwnAnswersProps) {
  const latest = answers.at(-1)
  if (!latest) return null
  const { at, by, status, verdict, says, excerpt, isSame, differences, proves } = latest
  return (
    <section aria-label="The two answers compared" className="@container flex min-w-0 flex-col gap-3">
      <Notice tone={isSame ? 'ok' : 'warn'} title={proves}>
        {differences.length > 0 && (
          <ul className="list-disc pl-4">
            {differences.map((difference) => (
              <li key={difference} className="wrap-anywhere">
                {difference}
              </li>
            ))}
          </ul>
        )}
      </Notice>
      <div className="grid gap-3 @min-[560px]:grid-cols-2">
        <Side
          title="From this server"
          status={pairing ? statusOf(pairing) : null}
          verdict={pairing?.verdict}
          says={pairing?.headline ?? 'No test was made from here.'}
          when={pairing && <RelativeTime at={pairing.startedAt} />}
        />
        <Side
          title={`From the tool of ${by.name}`}
          status={status}
          verdict={verdict}
          says={says}
          when={<RelativeTime at={at} />}
        >
          {excerpt && (
            <pre className="mt-2 max-h-40 overflow-auto whitespace-pre-wrap border-t pt-2 font-mono text-xs leading-5 wrap-anywhere">
              {excerpt}
            </pre>
          )}
        </Side>
      </div>
    </section>
  )
}

interface SideProps {
  title: string
  status: number | null
  verdict: Troubleshooting['ownAnswers'][number]['verdict'] | undefined
  says: string
  when: ReactNode
  children?: ReactNode
}

function Side({ title, status, verdict, says, when, children }: SideProps) {
  return (
    <div className="min-w-0 rounded-lg border p-3 text-sm">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-muted text-xs">
        <span className="font-medium text-ink">{title}</span>
        {when}
      </p>
      <p className="mt-1.5 flex flex-wrap items-center gap-2">
        <span className="font-mono text-xs">{status === null ? 'no answer' : `HTTP ${status}`}</span>
        {verdict && <VerdictBadge verdict={verdict} />}
      </p>
      <p className="mt-1.5 text-muted wrap-anywhere">{says}</p>
      {children}
    </div>
  )
}

/** The status that the provider answered with, as the stages kept it. */
function statusOf({ stages }: NonNullable<OwnAnswersProps['pairing']>): number | null {
  const [http, auth] = (['http', 'auth'] as const).map(
    (name) => stages.find(({ stage }) => stage === name)?.evidence ?? {},
  )
  const status = http?.answeredStatus ?? auth?.status ?? http?.status
  return typeof status === 'number' ? status : null
}
