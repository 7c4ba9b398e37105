'use client'

import { Mail } from 'lucide-react'
import { useState } from 'react'
import { formatCount } from '#lib/format/format-count'
import type { Invitation } from '#lib/invitations/schema'
import { ConfirmChange } from '@/components/query/confirm-change'
import { RelativeTime } from '@/components/time/relative-time'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { useRevokeInvitation } from './queries.ts'
import { INSTALLATION_ROLE_WORDS } from './role-words.ts'

/** Who was invited and has not joined yet; nothing at all where nobody was. */
export function InvitationList({ invitations }: { invitations: Invitation[] }) {
  const [revoking, setRevoking] = useState<Invitation>()
  const revoke = useRevokeInvitation()
  if (invitations.length === 0) return null
  return (
    <Card
      flush
      title="Open invitations"
      description="A link that was lost is not shown again: invite once more."
      className="mb-4"
    >
      <ul>
        {invitations.map((invitation) => (
          <li key={invitation.id} className="flex items-center gap-3 border-b px-4 py-2 last:border-b-0">
            <Mail aria-hidden className="size-4 shrink-0 text-muted" />
            <div className="min-w-0 flex-1 text-sm">
              <p className="truncate font-medium">{invitation.email}</p>
              <p className="text-muted text-xs">
                {INSTALLATION_ROLE_WORDS[invitation.role].words}
                {invitation.grants.length > 0 &&
                  ` with ${formatCount(invitation.grants.length, 'role')} in environments`}{' '}
                · expires <RelativeTime at={invitation.expiresAt} />
              </p>
            </div>
            <Button
              size="sm"
              aria-label={`Take back the invitation of ${invitation.email}`}
              onClick={() => setRevoking(invitation)}
            >
              Take back
            </Button>
          </li>
        ))}
      </ul>
      {revoking && (
        <ConfirmChange
          danger
          title="Take back the invitation?"
          action="Take back"
          run={() => revoke.mutateAsync(revoking.id)}
          done={`Took back the invitation of ${revoking.email}`}
          onClose={() => setRevoking(undefined)}
        >
          The link stops working at once.
        </ConfirmChange>
      )}
    </Card>
  )
}
