'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus, Terminal } from 'lucide-react'
import { useState } from 'react'
import type { OpenClawPlan } from '#lib/openclaw/schema'
import { firstPlace, type Place, placeId } from '@/components/keys/places'
import { PageHeader } from '@/components/layout/page-header'
import { CreateScopedKeyDialog } from '@/components/scoped-keys/create-scoped-key-dialog'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Select } from '@/components/ui/select'
import { ConnectSteps } from './connect-steps.tsx'
import { GatewayCard } from './gateway-card.tsx'
import { OpenClawBodySkeleton } from './openclaw-skeleton.tsx'
import { openClawPlanQuery } from './queries.ts'
import { ReferenceTable } from './reference-table.tsx'

interface OpenClawScreenProps {
  /** Those that the person sees. */
  places: Place[]
  /** Those of them in which they may make a scoped key. */
  ownPlaces: Place[]
  /** And those in which they may have a gateway told of changes. */
  managedPlaces: Place[]
}

/** Connects OpenClaw: it takes its keys from here, and a rotation reaches it. */
export function OpenClawScreen({ places, ownPlaces, managedPlaces }: OpenClawScreenProps) {
  const [at, setAt] = useState(() => firstPlace(places, {}))
  const place = places.find((each) => placeId(each) === at)
  const includes = (some: Place[]) => some.some((each) => placeId(each) === at)
  return (
    <>
      <PageHeader
        title="OpenClaw"
        description="It takes its keys from here, and a rotation reaches it. On its machine lies one token, which you can end."
        actions={
          places.length > 0 && (
            <Select
              aria-label="Environment"
              className="w-56"
              value={at ?? ''}
              onValueChange={setAt}
              options={places.map((each) => ({
                value: placeId(each),
                label: each.environmentName,
                detail: each.projectName,
              }))}
            />
          )
        }
      />
      {place ? (
        <PlannedPlace key={at} place={place} mayMake={includes(ownPlaces)} mayConnect={includes(managedPlaces)} />
      ) : (
        <Card flush>
          <EmptyState icon={Terminal} title="You see no environment yet">
            Ask an owner or admin for a role in one.
          </EmptyState>
        </Card>
      )}
    </>
  )
}

function PlannedPlace({ place, mayMake, mayConnect }: { place: Place; mayMake: boolean; mayConnect: boolean }) {
  const { projectSlug: project, environmentSlug: environment } = place
  const { data, error, refetch } = useQuery(openClawPlanQuery({ project, environment }))
  const [making, setMaking] = useState(false)
  if (error)
    return (
      <ErrorState title="The plan could not be made" onRetry={() => void refetch()}>
        {error.message}
      </ErrorState>
    )
  if (!data) return <OpenClawBodySkeleton />
  return (
    <>
      <OpenClawBody
        plan={data}
        place={`${project}/${environment}`}
        onMake={mayMake ? () => setMaking(true) : undefined}
      />
      {data.references.length > 0 && (
        <div className="mt-6">
          <GatewayCard place={{ project, environment }} mayChange={mayConnect} />
        </div>
      )}
      {making && (
        <CreateScopedKeyDialog places={[place]} name="OpenClaw" origin={data.origin} onClose={() => setMaking(false)} />
      )}
    </>
  )
}

interface OpenClawBodyProps {
  plan: OpenClawPlan
  /** `assistant/production` */
  place: string
  onMake: (() => void) | undefined
}

export function OpenClawBody({ plan, place, onMake }: OpenClawBodyProps) {
  if (plan.references.length === 0)
    return (
      <Card flush>
        <EmptyState icon={Terminal} title="No key of a model provider here">
          OpenClaw asks models. Store a key of OpenAI, Anthropic, OpenRouter or another model provider in this
          environment, and its reference stands here.
        </EmptyState>
      </Card>
    )
  const make = onMake && (
    <Button variant="primary" size="sm" onClick={onMake}>
      <Plus aria-hidden />
      New scoped key
    </Button>
  )
  return (
    <div className="flex flex-col gap-6">
      <Card
        flush
        title="Its keys"
        description="A reference in place of each key: OpenClaw resolves it here, at start and at each reload."
      >
        <ReferenceTable references={plan.references} />
      </Card>
      <Card
        title="Connect it"
        description="On the machine that OpenClaw runs on, as the user that it runs as."
        actions={make}
      >
        <ConnectSteps plan={plan} place={place} />
      </Card>
    </div>
  )
}
