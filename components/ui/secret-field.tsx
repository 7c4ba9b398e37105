'use client'

import { Eye, EyeOff } from 'lucide-react'
import { cn } from './cn.ts'
import { CopyButton } from './copy-button.tsx'
import { IconButton } from './icon-button.tsx'
import { useRevealed } from './use-revealed.ts'

interface SecretFieldProps {
  label: string
  /** What may be shown of it always. */
  masked: string
  /** Fetches the secret when asked to show it; leave out where this person may not see it. */
  reveal?: () => string | Promise<string>
  /** Fetches it to copy without showing; usually the same. */
  copy?: () => string | Promise<string>
  className?: string
}

/** A secret, masked; shown on request and hidden again after 30 s; copied without showing. */
export function SecretField({ label, masked, reveal, copy, className }: SecretFieldProps) {
  const { state, show, hide } = useRevealed(reveal ?? (() => masked))
  const shown = state.at === 'shown'
  return (
    <div>
      <fieldset
        className={cn('flex min-h-9 items-start gap-1 rounded-md border bg-sunken py-1 pr-1 pl-2.5', className)}
      >
        <legend className="sr-only">{label}</legend>
        <output
          className={cn(
            'min-w-0 flex-1 py-1 font-mono text-sm',
            shown ? 'whitespace-pre-wrap wrap-anywhere' : 'truncate text-muted',
          )}
        >
          {shown ? state.value : masked}
        </output>
        {reveal && (
          <IconButton
            size="sm"
            icon={shown ? EyeOff : Eye}
            label={shown ? 'Hide value' : 'Show value for 30 seconds'}
            busy={state.at === 'working'}
            onClick={shown ? hide : show}
          />
        )}
        {copy && <CopyButton compact source={copy} label="Copy value" />}
      </fieldset>
      {state.at === 'failed' && (
        <p role="alert" className="mt-1.5 text-fail text-xs">
          {state.reason}
        </p>
      )}
    </div>
  )
}
