'use client'

import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
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
import {
  latestRotationQuery,
  rotationQuery,
  useCancelRotation,
  useCompleteRotation,
  useResumeRotation,
} from './queries.ts'
import { RotationSteps } from './rotation-steps.tsx'
import { STATE_WORDS } from './rotation-words.ts'

const RECENT_MS = 3_600_000

/**
 * The rotation of a key that is open, until the old value is proven dead; and for an hour what came of one that ended
 * otherwise. Nothing where there is none.
 */
export function OpenRotation({ item, provider }: { item: Key; provider: PublicProvider | undefined }) {
  const latest = useQuery(latestRotationQuery(item.id)).data?.items[0]
  if (!latest) return null
  if (latest.endedAt === null) return <Going id={latest.id} item={item} provider={provider} />
  const isNews = latest.mode === 'automatic' && Date.now() - Date.parse(latest.endedAt) < RECENT_MS
  return isNews ? <Ended rotation={latest} /> : null
}

function Going({ id, item, provider }: { id: string; item: Key; provider: PublicProvider | undefined }) {
  const { data } = useQuery(rotationQuery(id))
  const may = useMay()
  const complete = useCompleteRotation(id)
  const cancel = useCancelRotation(id)
  const resume = useResumeRotation(id)
  const [asks, setAsks] = useState<'cancel' | 'complete'>()
  if (!data) return null
  const { state, mode, toVersion, fromVersion, needsPerson } = data
  const isAutomatic = mode === 'automatic'
  const mayComplete = may('rotation.complete', item.environmentId)
  const mayCancel = may('rotation.cancel', item.environmentId)
  const prove = () =>
    complete.mutate(undefined, {
      onSuccess: (after) => after.state === 'completed' && toast(`The old value of ${item.name} is proven dead`),
    })
  const close = () => setAsks(undefined)
  const isSwitched = state === 'draining'
  const canCancel = isSwitched || state === 'planned' || state === 'minted' || (needsPerson && state !== 'revoking')
  const canComplete = isSwitched || (state === 'revoking' && needsPerson)
  return (
    <>
      <RotationBody
        rotation={data}
        console={provider?.dashboard}
        problem={complete.error?.message ?? resume.error?.message}
        busy={complete.isPending}
        onProve={
          mayComplete && canComplete ? (isAutomatic && !needsPerson ? () => setAsks('complete') : prove) : undefined
        }
        onCancel={mayCancel && canCancel ? () => setAsks('cancel') : undefined}
        onResume={
          needsPerson && may('rotation.resume', item.environmentId) ? () => resume.mutate(undefined) : undefined
        }
      />
      {asks === 'cancel' && (
        <ConfirmChange
          danger
          title={isSwitched ? `Give ${item.name} its old value back?` : `Cancel the rotation of ${item.name}?`}
          action={isSwitched ? 'Give it back' : 'Cancel the rotation'}
          run={() => cancel.mutateAsync(undefined)}
          done={`${item.name} has version ${fromVersion}`}
          onClose={close}
        >
          {cancelWords(data)}
        </ConfirmChange>
      )}
      {asks === 'complete' && (
        <ConfirmChange
          danger
          title={`End the old value of ${item.name} now?`}
          action="End it now"
          run={() => complete.mutateAsync(undefined)}
          done={`Version ${fromVersion} of ${item.name} is being ended`}
          onClose={close}
        >
          Whoever still uses version {fromVersion} fails from then on. Version {toVersion} stays current.
        </ConfirmChange>
      )}
    </>
  )
}

function cancelWords({ state, mode, fromVersion, toVersion }: RotationDetails): string {
  if (state !== 'draining') return `Version ${fromVersion} stays current. What was made at the provider is ended there.`
  return mode === 'automatic'
    ? `Version ${fromVersion} becomes current again; version ${toVersion} is ended at the provider, after the overlap where somebody took it.`
    : `Version ${fromVersion} becomes current again; version ${toVersion} stays in the history, and works at its provider until it is revoked there.`
}

/** What came of a rotation that nobody watched. */
export function Ended({ rotation }: { rotation: Pick<RotationDetails, 'state' | 'problem' | 'test' | 'differences'> }) {
  const { state, problem, test, differences } = rotation
  const { words, tone, says } = STATE_WORDS[state]
  return (
    <Notice
      className="mt-4"
      tone={differences.length > 0 && tone === 'ok' ? 'warn' : tone}
      title={`Rotation: ${words.toLowerCase()}`}
    >
      <p>{problem ?? (state === 'refused' && test ? test.headline : says)}</p>
      {differences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  )
}

interface RotationBodyProps {
  rotation: RotationDetails
  console: string | null | undefined
  problem: string | undefined
  busy: boolean
  onProve: (() => void) | undefined
  onCancel: (() => void) | undefined
  onResume?: (() => void) | undefined
}

export function RotationBody({
  rotation,
  console: address,
  problem,
  busy,
  onProve,
  onCancel,
  onResume,
}: RotationBodyProps) {
  const { state, mode, fromVersion, toVersion, by, createdAt, overlapEndsAt, needsPerson } = rotation
  const isAutomatic = mode === 'automatic'
  const isSwitched = state === 'draining' || state === 'revoking'
  return (
    <Card
      className="mt-4"
      title={
        isSwitched
          ? `Rotation: version ${toVersion} is current, version ${fromVersion} is ${state === 'draining' ? 'draining' : 'being ended'}`
          : `Rotation: ${STATE_WORDS[state].words.toLowerCase()}`
      }
      description={
        <>
          Begun by {by} <RelativeTime at={createdAt} />.{' '}
          {isSwitched ? (
            <>
              The overlap, in which programs may still fetch the old value, ends <RelativeTime at={overlapEndsAt} />.
            </>
          ) : (
            STATE_WORDS[state].says
          )}
        </>
      }
      actions={
        <span className="flex flex-wrap gap-2">
          {onCancel && <Button onClick={onCancel}>{isSwitched ? 'Give the old value back' : 'Cancel'}</Button>}
          {onProve && (
            <Button variant={onResume ? 'secondary' : 'primary'} busy={busy} onClick={onProve}>
              {isAutomatic && !needsPerson ? 'End the old value now' : 'Prove the old value dead'}
            </Button>
          )}
          {onResume && (
            <Button variant="primary" onClick={onResume}>
              Let it go on
            </Button>
          )}
        </span>
      }
    >
      <div className="flex flex-col gap-3">
        {isAutomatic && <RotationSteps state={state} />}
        <Trouble rotation={rotation} problem={problem} />
        {isSwitched && <DrainMeter drain={rotation.drain} />}
        {isSwitched && !isAutomatic && <NextByHand rotation={rotation} address={address} />}
        {isSwitched && isAutomatic && !needsPerson && (
          <p className="text-muted text-sm">
            Claviger ends version {fromVersion} at the provider once the overlap is over and every program that fetched
            it has the new one, and proves it dead by a live test.
          </p>
        )}
      </div>
    </Card>
  )
}

function Trouble({ rotation, problem }: { rotation: RotationDetails; problem: string | undefined }) {
  const { differences, needsPerson } = rotation
  return (
    <>
      {problem && <Notice tone="fail" title={problem} />}
      {rotation.problem && (
        <Notice
          tone={needsPerson ? 'fail' : 'warn'}
          title={needsPerson ? 'It waits for somebody.' : 'It is tried again by itself.'}
        >
          {rotation.problem}
        </Notice>
      )}
      {rotation.followUp && (
        <Notice tone="warn" title="The key was said to be compromised.">
          The current value is replaced as soon as this rotation has ended, and ends with that.
        </Notice>
      )}
      {differences.length > 0 && (
        <Notice tone="warn" title="The new value is not all that the old one was.">
          {differences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      )}
    </>
  )
}

function NextByHand({ rotation, address }: { rotation: RotationDetails; address: ReactNode }) {
  const { drain, fromVersion } = rotation
  const waiting = drain.filter(({ hasMoved }) => !hasMoved).length
  return (
    <p className="text-muted text-sm">
      {waiting > 0 ? 'Wait until everybody has moved. Then revoke' : 'Revoke'} version {fromVersion}{' '}
      {typeof address === 'string' ? (
        <a href={address} target="_blank" rel="noreferrer" className="rounded-sm underline">
          at its provider
        </a>
      ) : (
        'at its provider'
      )}
      , and prove it dead here: a live test has to be refused.
    </p>
  )
}
