import type { TroubleshootingAction } from '#lib/troubleshooting/schema'
import { CodeBlock } from '@/components/ui/code-block'
import { ActionBlock } from './action-block.tsx'

/** A command to run; folded to its title where there is one for each platform, and only one of them is needed. */
export function RunAction({ action, isFolded }: { action: TroubleshootingAction; isFolded: boolean }) {
  const { title, detail, command } = action
  if (!isFolded) return <ActionBlock action={action} />
  return (
    <details className="-mt-3 rounded-md border">
      <summary className="select-none px-3 py-2 font-medium text-sm hover:bg-hover">{title}</summary>
      <div className="flex flex-col gap-2.5 border-t p-3">
        <p className="max-w-prose text-muted text-sm wrap-anywhere">{detail}</p>
        {command && <CodeBlock wrap label="To run" code={command} />}
      </div>
    </details>
  )
}
