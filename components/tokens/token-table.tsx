'use client'

import type { Token } from '#lib/tokens/schema'
import { useClock } from '@/components/time/clock'
import { RelativeTime } from '@/components/time/relative-time'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Table, Td, Th, Tr } from '@/components/ui/table'

const SOON_MS = 7 * 86_400_000

interface TokenTableProps {
  tokens: Token[]
  onRevoke: (token: Token) => void
}

export function TokenTable({ tokens, onRevoke }: TokenTableProps) {
  return (
    <Table label="Access tokens">
      <thead>
        <tr>
          <Th>Name</Th>
          <Th className="max-md:hidden">Created</Th>
          <Th>Expires</Th>
          <Th className="max-sm:hidden">Last used</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <Tr key={token.id}>
            <Td className="w-full">
              <span className="block font-medium wrap-anywhere">{token.name}</span>
              <span className="font-mono text-muted text-xs">clv_pat_…{token.tail}</span>
            </Td>
            <Td className="whitespace-nowrap text-muted max-md:hidden">
              <RelativeTime short at={token.createdAt} />
            </Td>
            <Td className="whitespace-nowrap">
              <Expiry at={token.expiresAt} />
            </Td>
            <Td className="whitespace-nowrap text-muted max-sm:hidden">
              <RelativeTime short at={token.lastUsedAt} />
              {token.lastUsedAddress && <span className="block font-mono text-xs">{token.lastUsedAddress}</span>}
            </Td>
            <Td className="text-right">
              <Button size="sm" aria-label={`Revoke ${token.name}`} onClick={() => onRevoke(token)}>
                Revoke
              </Button>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

function Expiry({ at }: { at: string }) {
  const { now } = useClock()
  const left = new Date(at).getTime() - now
  if (left > SOON_MS) return <RelativeTime short at={at} className="text-muted" />
  return (
    <Badge tone={left < 0 ? 'fail' : 'warn'} look="quiet">
      {left < 0 ? 'expired ' : ''}
      <RelativeTime short at={at} />
    </Badge>
  )
}
