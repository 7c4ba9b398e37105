import { Skeleton } from '@/components/ui/skeleton'

const FACTS = ['w-32', 'w-20', 'w-44', 'w-24', 'w-36']

/** The catalogue while it loads: the same cards, so that nothing jumps. */
export function ProviderListSkeleton({ cards = 6 }: { cards?: number }) {
  return (
    <div
      role="status"
      aria-busy="true"
      aria-label="Loading providers"
      className="grid gap-4 md:grid-cols-2 xl:grid-cols-3"
    >
      {Array.from({ length: cards }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: place-holders have no identity.
        <div key={index} className="rounded-lg border bg-surface">
          <div className="flex h-11 items-center gap-2 border-b px-4">
            <Skeleton className="h-3.5 w-24" />
            <Skeleton className="h-5 w-16" />
          </div>
          <div className="flex flex-col gap-3.5 px-4 py-4">
            {FACTS.map((width) => (
              <div key={width} className="flex gap-6">
                <Skeleton className="w-22" />
                <Skeleton className={width} />
              </div>
            ))}
          </div>
          <div className="h-8.25 border-t" />
        </div>
      ))}
    </div>
  )
}
