'use client'

import { useQuery } from '@tanstack/react-query'
import type { WarningRule } from '#lib/warnings/schema'
import { useMay } from '@/components/access/me'
import { Card } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { Input } from '@/components/ui/input'
import { Skeleton } from '@/components/ui/skeleton'
import { Switch } from '@/components/ui/switch'
import { toast } from '@/components/ui/toast'
import { rulesQuery, useSetRule } from './queries.ts'

/** Which warnings there are; admins decide. */
export function RulesList() {
  const query = useQuery(rulesQuery())
  const set = useSetRule()
  const may = useMay()
  if (query.isPending) return <Skeleton className="h-64" />
  if (query.error)
    return (
      <ErrorState title="The rules could not be read" onRetry={() => void query.refetch()}>
        {query.error.message}
      </ErrorState>
    )
  const save = (change: Parameters<typeof set.mutate>[0]) =>
    set.mutate(change, {
      onSuccess: () => toast('Saved'),
      onError: (error) => toast('It was not saved', { detail: error.message, tone: 'fail' }),
    })
  return <Rules items={query.data.items} onChange={may('warning_rule.set') ? save : undefined} />
}

type Change = { kind: WarningRule['kind']; isOn?: boolean; days?: number[] }

export function Rules({ items, onChange }: { items: WarningRule[]; onChange: ((change: Change) => void) | undefined }) {
  return (
    <Card flush title="What is warned of" description="A policy may say other days for its keys.">
      <ul className="divide-y">
        {items.map(({ kind, says, isOn, days, counts }) => (
          <li key={kind} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5 text-sm">
            <span className="min-w-48 flex-1">{says}</span>
            {counts && (
              <span className="flex items-center gap-2 text-muted text-xs">
                <Input
                  aria-label={`Days ${counts}: ${says}`}
                  className="w-32"
                  defaultValue={days.join(', ')}
                  disabled={!onChange}
                  onBlur={(event) => {
                    const typed = event.target.value
                      .split(/[\s,]+/)
                      .filter(Boolean)
                      .map(Number)
                    if (typed.join() !== days.join()) onChange?.({ kind, days: typed })
                  }}
                />
                days {counts}
              </span>
            )}
            <Switch
              aria-label={says}
              checked={isOn}
              disabled={!onChange}
              onCheckedChange={(on) => onChange?.({ kind, isOn: on })}
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}
