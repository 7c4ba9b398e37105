import type { ReactNode } from 'react'
import type { TroubleshootingAction } from '#lib/troubleshooting/schema'
import { RelativeTime } from '@/components/time/relative-time'
import { CodeBlock } from '@/components/ui/code-block'
import { Notice } from '@/components/ui/notice'

interface ActionBlockProps {
  action: TroubleshootingAction
  /** Why the last answer was not kept. */
  error?: Error | null
  children?: ReactNode
}

/** One thing to do in a step: what, why, the command to run, and under it the way to answer. */
export function ActionBlock({ action: { title, detail, command, answer }, error, children }: ActionBlockProps) {
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-2.5">
      <div>
        <h4 className="font-medium text-sm">{title}</h4>
        {detail && <p className="max-w-prose text-muted text-sm wrap-anywhere">{detail}</p>}
      </div>
      {command && <CodeBlock wrap label="To run" code={command} />}
      {children}
      {error && <Notice tone="fail" title={error.message} />}
      {answer && (
        <p className="text-faint text-xs">
          Answered by {answer.by.name}, <RelativeTime at={answer.at} />
        </p>
      )}
    </section>
  )
}
