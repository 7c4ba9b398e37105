import { cn } from '@/components/ui/cn'

/** Claviger's mark: a key whose bow is a ring and whose bits are two stages. Takes the colour of the text around it. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden className={cn('size-5', className)}>
      <circle cx="8" cy="8" r="4.75" stroke="currentColor" strokeWidth="2.5" />
      <path
        d="m11.6 11.6 8.65 8.65M15.4 15.4l2.9-2.9M18.6 18.6l2.3-2.3"
        stroke="currentColor"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
    </svg>
  )
}

export function Brand({ className }: { className?: string }) {
  return (
    <span className={cn('inline-flex items-center gap-2 font-semibold text-base tracking-tight', className)}>
      <BrandMark />
      Claviger
    </span>
  )
}
