'use client'

import { Check, Copy, type LucideIcon } from 'lucide-react'
import { Button, type ButtonProps } from './button.tsx'
import { cn } from './cn.ts'
import { Input } from './input.tsx'
import { Popover } from './popover.tsx'
import { type CopySource, type CopyState, useCopy } from './use-copy.ts'

interface CopyButtonProps extends Pick<ButtonProps, 'variant' | 'size' | 'disabled'> {
  /** The text, or how to get it at the moment of the click. */
  source: CopySource
  /** "Copy value", "Copy cURL". */
  label: string
  /** Icon alone; the label is still read aloud. */
  compact?: boolean
  icon?: LucideIcon
  className?: string
}

export function CopyButton({
  source,
  label,
  compact,
  icon = Copy,
  variant,
  size = 'sm',
  disabled,
  className,
}: CopyButtonProps) {
  const { state, copy, reset } = useCopy(source)
  const Icon = state.at === 'copied' ? Check : icon
  const words = state.at === 'copied' ? 'Copied' : label
  const open = state.at === 'by_hand' || state.at === 'failed'
  const button = (
    <Button
      variant={variant ?? (compact ? 'ghost' : 'secondary')}
      size={size}
      disabled={disabled}
      busy={state.at === 'working'}
      onClick={copy}
      aria-label={compact ? words : undefined}
      title={compact ? label : undefined}
      className={cn(compact && 'w-7 px-0 text-muted hover:text-ink', className)}
    >
      {state.at !== 'working' && <Icon aria-hidden />}
      {!compact && words}
    </Button>
  )
  return (
    <>
      {open ? (
        <Popover open onOpenChange={(next) => !next && reset()} anchor={button} label={label} align="end">
          <CopyOutcome state={state} />
        </Popover>
      ) : (
        button
      )}
      <span role="status" className="sr-only">
        {state.at === 'copied' && 'Copied to the clipboard'}
      </span>
    </>
  )
}

function CopyOutcome({ state }: { state: CopyState }) {
  if (state.at === 'failed') return <p className="text-fail">Not copied. {state.reason}</p>
  return state.at === 'by_hand' ? <CopyByHand text={state.text} /> : null
}

/** For pages on plain HTTP, where the browser offers no clipboard. */
export function CopyByHand({ text }: { text: string }) {
  return (
    <div className="flex flex-col gap-2">
      <p className="text-muted text-xs">
        The browser gives no clipboard to a page that is not on HTTPS or localhost. The text is selected: press Ctrl-C,
        or ⌘C on a Mac.
      </p>
      <Input
        mono
        readOnly
        value={text}
        aria-label="Text to copy"
        ref={(field) => field?.select()}
        onFocus={(event) => event.currentTarget.select()}
      />
    </div>
  )
}
