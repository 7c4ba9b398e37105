'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import type { Automation } from '#lib/automations/schema'
import type { Key } from '#lib/keys/schema'
import { useMay } from '@/components/access/me'
import { ConfirmChange } from '@/components/query/confirm-change'
import { RelativeTime } from '@/components/time/relative-time'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DefinitionList } from '@/components/ui/definition-list'
import { ErrorState } from '@/components/ui/error-state'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { AutomationDialog } from './automation-dialog.tsx'
import { automationQuery, useRemoveAutomation } from './queries.ts'

/** Who makes the next value of a key: Claviger, through a key API, or a person. */
export function AutomationCard({ item }: { item: Key }) {
  const query = useQuery(automationQuery(item.id))
  const may = useMay()
  const remove = useRemoveAutomation(item.id)
  const [open, setOpen] = useState<'set' | 'remove'>()
  const close = () => setOpen(undefined)
  if (query.isPending) return <Skeleton className="h-32" />
  if (query.error)
    return (
      <ErrorState title="How the next value is made could not be read" onRetry={() => void query.refetch()}>
        {query.error.message}
      </ErrorState>
    )
  const mayChange = may('automation.set', item.environmentId)
  return (
    <>
      <AutomationBody
        automation={query.data.automation}
        onSet={mayChange ? () => setOpen('set') : undefined}
        onRemove={mayChange ? () => setOpen('remove') : undefined}
      />
      {open === 'set' && <AutomationDialog item={item} automation={query.data.automation} onClose={close} />}
      {open === 'remove' && (
        <ConfirmChange
          title="Make the values by hand from now on?"
          action="End the automation"
          run={() => remove.mutateAsync(undefined)}
          done={`A person makes the values of ${item.name} from now on`}
          onClose={close}
        >
          The value stays as it is. The credential is kept until you delete it.
        </ConfirmChange>
      )}
    </>
  )
}

interface AutomationBodyProps {
  automation: Automation | null
  onSet: (() => void) | undefined
  onRemove: (() => void) | undefined
}

export function AutomationBody({ automation, onSet, onRemove }: AutomationBodyProps) {
  if (!automation)
    return (
      <Card
        title="A person makes the next value"
        description="Claviger can make it itself, through the provider’s key API or a server of your own."
        actions={onSet && <Button onClick={onSet}>Automate</Button>}
      >
        <p className="text-muted text-sm">
          It then asks for a new key, tests it, switches, waits for the overlap, ends the old key, and proves it dead.
        </p>
      </Card>
    )
  const { api, maker, settings, baseUrl, comparedAt, unknownKeys, problem, preview } = automation
  return (
    <Card
      title="Claviger makes the next value"
      description="Through a key API, with a credential that is opened for that alone."
      actions={
        <span className="flex flex-wrap gap-2">
          {onRemove && <Button onClick={onRemove}>End</Button>}
          {onSet && <Button onClick={onSet}>Change</Button>}
        </span>
      }
    >
      <div className="flex flex-col gap-3">
        {problem && <Notice tone="fail" title={problem} />}
        {preview && (
          <Notice tone="info" title="Preview">
            {preview} Rehearse it first.
          </Notice>
        )}
        <DefinitionList
          items={[
            { term: 'Key API', detail: api },
            {
              term: 'Credential',
              detail: (
                <Link href={`/keys/${maker.id}`} className="rounded-sm font-mono text-xs underline">
                  {maker.name}
                </Link>
              ),
            },
            ...(baseUrl ? [{ term: 'Address', detail: baseUrl, mono: true }] : []),
            ...Object.entries(settings).map(([term, detail]) => ({ term, detail, mono: true })),
            {
              term: 'Compared with the provider',
              detail: comparedAt ? <RelativeTime at={comparedAt} /> : 'not yet',
            },
          ]}
        />
        {unknownKeys.length > 0 && <UnknownKeys keys={unknownKeys} />}
      </div>
    </Card>
  )
}

/** None of them is touched: whoever made them knows. */
function UnknownKeys({ keys }: { keys: Automation['unknownKeys'] }) {
  return (
    <details className="text-sm">
      <summary className="cursor-default rounded-sm">
        <Badge tone="warn" look="quiet">
          {keys.length === 1
            ? '1 key there that Claviger does not know'
            : `${keys.length} keys there that Claviger does not know`}
        </Badge>
      </summary>
      <ul className="mt-2 flex flex-col gap-1">
        {keys.map(({ id, name, createdAt }) => (
          <li key={id} className="flex flex-wrap gap-x-3">
            <span className="min-w-0 flex-1 wrap-anywhere">{name ?? 'without a name'}</span>
            <span className="wrap-anywhere font-mono text-muted text-xs">{id}</span>
            <span className="text-muted text-xs">{createdAt && <RelativeTime short at={createdAt} />}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
