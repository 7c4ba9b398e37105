'use client'

import type { Share } from '#lib/shares/schema'
import { RelativeTime } from '@/components/time/relative-time'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Table, Td, Th, Tr } from '@/components/ui/table'

/** Links that were made: who opened each, and whether somebody tried again. */
export function ShareTable({ shares, onEnd }: { shares: Share[]; onEnd: (share: Share) => void }) {
  return (
    <Table label="Shared links">
      <thead>
        <tr>
          <Th>Of</Th>
          <Th>State</Th>
          <Th className="max-sm:hidden">Made</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {shares.map((share) => (
          <Tr key={share.id}>
            <Td className="w-full font-medium wrap-anywhere">{share.name}</Td>
            <Td className="whitespace-nowrap">
              <State share={share} />
            </Td>
            <Td className="whitespace-nowrap text-muted max-sm:hidden">
              <RelativeTime short at={share.createdAt} />
            </Td>
            <Td className="text-right">
              {share.state === 'waiting' && (
                <Button size="sm" aria-label={`End the link to ${share.name}`} onClick={() => onEnd(share)}>
                  End
                </Button>
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

function State({ share }: { share: Share }) {
  if (share.state === 'waiting')
    return (
      <span className="text-muted">
        not opened, ends <RelativeTime short at={share.expiresAt} />
      </span>
    )
  if (share.state !== 'opened')
    return (
      <Badge tone="unknown" look="quiet">
        {share.state === 'ended' ? 'ended' : 'expired unopened'}
      </Badge>
    )
  return (
    <>
      <Badge tone={share.triedAgain > 0 ? 'fail' : 'ok'} look="quiet">
        opened <RelativeTime short at={share.openedAt} />
      </Badge>
      <span className="block font-mono text-muted text-xs">{share.openedAddress}</span>
      {share.triedAgain > 0 && (
        <span className="block text-fail text-xs">
          tried again, last <RelativeTime short at={share.triedAgainAt} />
        </span>
      )}
    </>
  )
}
