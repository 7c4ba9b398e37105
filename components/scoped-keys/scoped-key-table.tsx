'use client'

import type { ScopedKey } from '#lib/scoped-keys/schema'
import { RelativeTime } from '@/components/time/relative-time'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Table, Td, Th, Tr } from '@/components/ui/table'

interface ScopedKeyTableProps {
  items: ScopedKey[]
  onRotate: (key: ScopedKey) => void
  onEnd: (key: ScopedKey) => void
}

export function ScopedKeyTable({ items, onRotate, onEnd }: ScopedKeyTableProps) {
  return (
    <Table label="Scoped keys">
      <thead>
        <tr>
          <Th>Name</Th>
          <Th className="max-sm:hidden">Reaches</Th>
          <Th>Expires</Th>
          <Th className="max-md:hidden">Last used</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {items.map((key) => (
          <Tr key={key.id}>
            <Td className="w-full">
              <span className="block font-medium wrap-anywhere">{key.name}</span>
              <span className="block text-muted text-xs">
                <span className="font-mono">clv_key_…{key.tail}</span> · {key.maker.name}
              </span>
            </Td>
            <Td className="max-sm:hidden">
              <span className="block whitespace-nowrap">
                {key.project} / {key.environment}
              </span>
              <span className="block font-mono text-muted text-xs wrap-anywhere">{key.keyNames.join(', ')}</span>
            </Td>
            <Td className="whitespace-nowrap">
              <Life scopedKey={key} />
            </Td>
            <Td className="whitespace-nowrap text-muted max-md:hidden">
              <RelativeTime short at={key.lastUsedAt} />
              {key.lastUsedAddress && <span className="block font-mono text-xs">{key.lastUsedAddress}</span>}
            </Td>
            <Td className="text-right">
              {works(key) && (
                <span className="flex justify-end gap-1.5 max-sm:flex-col">
                  <Button size="sm" aria-label={`Rotate ${key.name}`} onClick={() => onRotate(key)}>
                    Rotate
                  </Button>
                  <Button size="sm" aria-label={`End ${key.name}`} onClick={() => onEnd(key)}>
                    End
                  </Button>
                </span>
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

function works({ state }: ScopedKey): boolean {
  return state === 'active' || state === 'expiring'
}

const LIVES: Partial<Record<ScopedKey['state'], { word: string; tone: 'warn' | 'fail' | 'unknown' }>> = {
  expiring: { word: 'expires', tone: 'warn' },
  expired: { word: 'expired', tone: 'fail' },
  used_up: { word: 'used up', tone: 'fail' },
  ended: { word: 'ended', tone: 'unknown' },
}

function Life({ scopedKey }: { scopedKey: ScopedKey }) {
  const { state, expiresAt, endedAt, uses, maxUses } = scopedKey
  const life = LIVES[state]
  return (
    <>
      {life ? (
        <Badge tone={life.tone} look="quiet">
          {life.word} {state !== 'used_up' && <RelativeTime short at={endedAt ?? expiresAt} />}
        </Badge>
      ) : (
        <RelativeTime short at={expiresAt} className="text-muted" />
      )}
      {maxUses !== null && (
        <span className="block text-muted text-xs tabular-nums">
          {uses} of {maxUses} uses
        </span>
      )}
    </>
  )
}
