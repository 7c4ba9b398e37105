import { cn } from '@/components/ui/cn'

/** What may be shown of a value, in one line. Read aloud as what it is, not letter by letter. */
export function MaskedValue({ masked, className }: { masked: string; className?: string }) {
  return (
    <code title="Masked value" className={cn('whitespace-nowrap font-mono text-muted text-xs', className)}>
      {masked}
    </code>
  )
}
