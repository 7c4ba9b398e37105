'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Key } from '#lib/keys/schema'
import type { PublicProvider } from '#lib/providers/public-provider'
import type { RotationDetails } from '#lib/rotations/schema'
import { useMay } from '@/components/access/me'
import { ConfirmChange } from '@/components/query/confirm-change'
import { RelativeTime } from '@/components/time/relative-time'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { toast } from '@/components/ui/toast'
import { DrainMeter } from './drain-meter.tsx'
import { latestRotationQuery, rotationQuery, useCancelRotation, useCompleteRotation } from './queries.ts'

/** The rotation of a key that is open, until the old value is proven dead. Nothing where none is. */
export function OpenRotation({ item, provider }: { item: Key; provider: PublicProvider | undefined }) {
  const latest = useQuery(latestRotationQuery(item.id)).data?.items[0]
  return latest?.state === 'draining' ? <Draining id={latest.id} item={item} provider={provider} /> : null
}

function Draining({ id, item, provider }: { id: string; item: Key; provider: PublicProvider | undefined }) {
  const { data } = useQuery(rotationQuery(id))
  const may = useMay()
  const complete = useCompleteRotation(id)
  const cancel = useCancelRotation(id)
  const [isCancelling, setIsCancelling] = useState(false)
  if (!data) return null
  const prove = () =>
    complete.mutate(undefined, { onSuccess: () => toast(`The old value of ${item.name} is proven dead`) })
  return (
    <>
      <RotationBody
        rotation={data}
        console={provider?.dashboard}
        problem={complete.error?.message}
        busy={complete.isPending}
        onProve={may('rotation.complete', item.environmentId) ? prove : undefined}
        onCancel={may('rotation.cancel', item.environmentId) ? () => setIsCancelling(true) : undefined}
      />
      {isCancelling && (
        <ConfirmChange
          danger
          title={`Give ${item.name} its old value back?`}
          action="Give it back"
          run={() => cancel.mutateAsync(undefined)}
          done={`${item.name} has version ${data.fromVersion} again`}
          onClose={() => setIsCancelling(false)}
        >
          Version {data.fromVersion} becomes current again; version {data.toVersion} stays in the history, and works at
          its provider until it is revoked there.
        </ConfirmChange>
      )}
    </>
  )
}

interface RotationBodyProps {
  rotation: RotationDetails
  console: string | null | undefined
  problem: string | undefined
  busy: boolean
  onProve: (() => void) | undefined
  onCancel: (() => void) | undefined
}

export function RotationBody({ rotation, console: address, problem, busy, onProve, onCancel }: RotationBodyProps) {
  const { fromVersion, toVersion, overlapEndsAt, drain, differences, by, createdAt } = rotation
  const waiting = drain.filter(({ hasMoved }) => !hasMoved).length
  return (
    <Card
      className="mt-4"
      title={`Rotation: version ${toVersion} is current, version ${fromVersion} is draining`}
      description={
        <>
          Begun by {by} <RelativeTime at={createdAt} />. The overlap, in which programs may still fetch the old value,
          ends <RelativeTime at={overlapEndsAt} />.
        </>
      }
      actions={
        <span className="flex flex-wrap gap-2">
          {onCancel && <Button onClick={onCancel}>Give the old value back</Button>}
          {onProve && (
            <Button variant="primary" busy={busy} onClick={onProve}>
              Prove the old value dead
            </Button>
          )}
        </span>
      }
    >
      <div className="flex flex-col gap-3">
        {problem && <Notice tone="fail" title={problem} />}
        {differences.length > 0 && (
          <Notice tone="warn" title="The new value is not all that the old one was.">
            {differences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </Notice>
        )}
        <DrainMeter drain={drain} />
        <p className="text-muted text-sm">
          {waiting > 0 ? 'Wait until everybody has moved. Then revoke' : 'Revoke'} version {fromVersion}{' '}
          {address ? (
            <a href={address} target="_blank" rel="noreferrer" className="rounded-sm underline">
              at its provider
            </a>
          ) : (
            'at its provider'
          )}
          , and prove it dead here: a live test has to be refused.
        </p>
      </div>
    </Card>
  )
}
