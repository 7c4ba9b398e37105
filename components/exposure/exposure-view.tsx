import Link from 'next/link'
import type { Exposure } from '#lib/exposure/schema'
import { formatCount } from '#lib/format/format-count'
import { RelativeTime } from '@/components/time/relative-time'
import { Notice } from '@/components/ui/notice'

/** Who had the value, who may get it, and what breaks with it. */
export function ExposureView({ exposure }: { exposure: Exposure }) {
  const { days, consumers, sameValue, scopedKeys } = exposure
  return (
    <div className="flex flex-col gap-3 text-sm">
      {sameValue.length > 0 && (
        <Notice tone="warn" title={`${formatCount(sameValue.length, 'other key')} with the very same value`}>
          <ul>
            {sameValue.map(({ id, name, project, environment }) => (
              <li key={id}>
                <Link href={`/keys/${id}`} className="rounded-sm font-mono text-xs underline">
                  {name}
                </Link>{' '}
                in {project}, {environment}: it breaks too.
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <section aria-label="Who had it">
        <h3 className="mb-1 font-medium">Who had it within {days} days</h3>
        {consumers.length === 0 ? (
          <p className="text-muted">Nobody took it from Claviger.</p>
        ) : (
          <ul className="max-h-48 divide-y overflow-y-auto rounded-lg border">
            {consumers.map(({ type, id, name, lastAt, uses, addresses, hasCurrent }) => (
              <li key={`${type} ${id}`} className="flex flex-wrap gap-x-3 px-3 py-1.5">
                <span className="min-w-32 flex-1 wrap-anywhere">
                  {name}
                  <span className="block text-muted text-xs">
                    {addresses.length === 0 ? 'from no known address' : `from ${addresses.join(', ')}`}
                  </span>
                </span>
                <span className="text-muted text-xs">
                  {formatCount(uses, 'time')}, last <RelativeTime short at={lastAt} />
                  {!hasCurrent && ', an earlier value'}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <p className="text-muted text-xs">
        {scopedKeys.length === 0
          ? 'No program may fetch it.'
          : `Programs that may fetch it, and get the new value by themselves: ${scopedKeys.map(({ name }) => name).join(', ')}.`}
      </p>
    </div>
  )
}
