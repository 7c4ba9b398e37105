import { cn } from '@/components/ui/cn'

/** A message as it will be sent: without a value, with its line breaks. */
export function MessageText({ message, className }: { message: string; className?: string }) {
  return (
    <section
      aria-label="Message, without secrets"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className={cn('max-h-80 overflow-y-auto rounded-md border bg-sunken p-3', className)}
    >
      <p className="whitespace-pre-wrap font-mono text-xs leading-5 wrap-anywhere">{message}</p>
    </section>
  )
}
