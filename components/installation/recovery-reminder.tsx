import type { Installation } from '#lib/installation/schema'
import { CopyButton } from '@/components/ui/copy-button'
import { Notice } from '@/components/ui/notice'

/** Stays until somebody has proved to have the recovery key: without it, a lost master key loses every value. */
export function RecoveryReminder({ recoveryKey }: Pick<Installation, 'recoveryKey'>) {
  if (recoveryKey.confirmedAt) return null
  if (recoveryKey.isMade)
    return (
      <Notice
        tone="warn"
        title="Confirm that somebody has the recovery key"
        action={<Command words="npx claviger recovery-key confirm" />}
      >
        It was made on this machine, but nobody has typed its end yet. Keep it away from the machine and its backups.
      </Notice>
    )
  return (
    <Notice tone="warn" title="Save the recovery key" action={<Command words="npx claviger recovery-key" />}>
      If the master key is lost, every stored value is lost with it. Print a recovery key on the machine that runs
      Claviger, and keep it elsewhere.
    </Notice>
  )
}

function Command({ words }: { words: string }) {
  return (
    <span className="flex max-w-full items-center gap-1 rounded-md border bg-surface py-0.5 pr-0.5 pl-2">
      <code className="truncate font-mono text-xs">{words}</code>
      <CopyButton compact source={words} label="Copy command" variant="ghost" />
    </span>
  )
}
