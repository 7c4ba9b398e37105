'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Gateway } from '#lib/openclaw/schema'
import { ConfirmChange } from '@/components/query/confirm-change'
import { RelativeTime } from '@/components/time/relative-time'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { ConnectGatewayDialog } from './connect-gateway-dialog.tsx'
import { gatewaysQuery, type PlannedPlace, useDisconnectGateway } from './queries.ts'

/** Gateways that are told of changes by Claviger itself, where nothing may run beside them. */
export function GatewayCard({ place, mayChange }: { place: PlannedPlace; mayChange: boolean }) {
  const { data, error } = useQuery(gatewaysQuery(place))
  const [open, setOpen] = useState<'connect' | Gateway>()
  const disconnect = useDisconnectGateway()
  const close = () => setOpen(undefined)
  return (
    <Card
      flush
      title="Gateways that are told"
      description="In place of step 5: Claviger tells a gateway within seconds, over its plugin admin-http-rpc."
      actions={
        mayChange && (
          <Button size="sm" onClick={() => setOpen('connect')}>
            <Plus aria-hidden />
            Connect a gateway
          </Button>
        )
      }
    >
      {error ? (
        <div className="p-4">
          <Notice tone="fail" title={error.message} />
        </div>
      ) : !data ? (
        <div className="p-4">
          <Skeleton className="w-44" />
        </div>
      ) : (
        <GatewayRows gateways={data.items} onDisconnect={mayChange ? setOpen : undefined} />
      )}
      {open === 'connect' && <ConnectGatewayDialog place={place} onClose={close} />}
      {typeof open === 'object' && (
        <ConfirmChange
          danger
          title={`Disconnect ${open.name}?`}
          action="Disconnect gateway"
          run={() => disconnect.mutateAsync(open.id)}
          done={`Disconnected ${open.name}`}
          onClose={close}
        >
          It is told of no change any more, and its token is forgotten. It keeps the keys that it has.
        </ConfirmChange>
      )}
    </Card>
  )
}

interface GatewayRowsProps {
  gateways: Gateway[]
  onDisconnect: ((gateway: Gateway) => void) | undefined
}

export function GatewayRows({ gateways, onDisconnect }: GatewayRowsProps) {
  if (gateways.length === 0)
    return <p className="p-4 text-muted text-sm">None. A gateway that watches by itself needs none.</p>
  return (
    <ul>
      {gateways.map((gateway) => (
        <li
          key={gateway.id}
          className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b px-4 py-2.5 last:border-b-0"
        >
          <span className="min-w-0 flex-1">
            <span className="block font-medium text-sm">{gateway.name}</span>
            <span className="block font-mono text-muted text-xs wrap-anywhere">{gateway.url}</span>
            {gateway.problem && <span className="block text-fail text-xs">{gateway.problem}</span>}
          </span>
          <Badge tone={gateway.problem ? 'fail' : gateway.isCurrent ? 'ok' : 'warn'} look="quiet">
            {gateway.problem ? (
              <>
                not told <RelativeTime short at={gateway.triedAt} />
              </>
            ) : gateway.isCurrent ? (
              <>
                told <RelativeTime short at={gateway.toldAt} />
              </>
            ) : (
              'being told'
            )}
          </Badge>
          {onDisconnect && (
            <Button size="sm" aria-label={`Disconnect ${gateway.name}`} onClick={() => onDisconnect(gateway)}>
              Disconnect
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
