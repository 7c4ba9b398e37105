import { cn } from './cn.ts'

/** A grey place-holder of the size of what is coming. Put `aria-busy` on the region around it. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn('block h-3 shrink-0 animate-shimmer rounded-sm bg-selected', className)} />
}
