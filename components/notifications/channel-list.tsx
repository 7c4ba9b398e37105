'use client'

import { useQuery } from '@tanstack/react-query'
import { EllipsisVertical, Megaphone, Plus, Power, Send, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Channel } from '#lib/channels/schema'
import { formatCount } from '#lib/format/format-count'
import { ConfirmChange } from '@/components/query/confirm-change'
import { RelativeTime } from '@/components/time/relative-time'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { IconButton } from '@/components/ui/icon-button'
import { Skeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { CHANNEL_WORDS, LEVEL_WORDS } from './channel-words.ts'
import { CreateChannelDialog } from './create-channel-dialog.tsx'
import { channelsQuery, useDeleteChannel, useEditChannel, useTestChannel } from './queries.ts'

/** Where warnings go besides to people. */
export function ChannelList() {
  const query = useQuery(channelsQuery())
  const [isCreating, setIsCreating] = useState(false)
  if (query.isPending) return <Skeleton className="h-40" />
  if (query.error)
    return (
      <ErrorState title="The channels could not be read" onRetry={() => void query.refetch()}>
        {query.error.message}
      </ErrorState>
    )
  return (
    <>
      <Channels items={query.data.items} onCreate={() => setIsCreating(true)} />
      {isCreating && <CreateChannelDialog onClose={() => setIsCreating(false)} />}
    </>
  )
}

export function Channels({ items, onCreate }: { items: Channel[]; onCreate: () => void }) {
  const create = (
    <Button onClick={onCreate}>
      <Plus aria-hidden />
      Add channel
    </Button>
  )
  return (
    <Card
      flush
      title="Channels"
      description="Besides people’s inboxes and mail, warnings go there."
      actions={items.length > 0 && create}
    >
      {items.length === 0 ? (
        <EmptyState icon={Megaphone} title="Warnings go to people only" actions={create}>
          Slack, Microsoft Teams, PagerDuty and webhooks of your own can be told too.
        </EmptyState>
      ) : (
        <ul className="divide-y">
          {items.map((channel) => (
            <ChannelRow key={channel.id} channel={channel} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function ChannelRow({ channel }: { channel: Channel }) {
  const { id, kind, name, isOn, level, masked, sentAt, problem, problemAt, waiting } = channel
  const edit = useEditChannel(id)
  const remove = useDeleteChannel(id)
  const test = useTestChannel(id)
  const [isDeleting, setIsDeleting] = useState(false)
  const sendTest = () =>
    test.mutate(undefined, {
      onSuccess: () => toast(`${name} took the test`),
      onError: (error) => toast(`${name} did not take the test`, { detail: error.message, tone: 'fail' }),
    })
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 text-sm">
      <Badge tone={problem ? 'fail' : isOn ? 'ok' : 'unknown'}>{problem ? 'Fails' : isOn ? 'On' : 'Off'}</Badge>
      <span className="min-w-48 flex-1">
        <span className="font-medium">{name}</span>{' '}
        <span className="text-muted text-xs">
          {CHANNEL_WORDS[kind]}, {masked}. {LEVEL_WORDS[level]}.
        </span>
        <span className="block text-muted text-xs">
          {problem ? (
            <>
              {problem} Since <RelativeTime at={problemAt} />.{' '}
              {waiting > 0 && `${formatCount(waiting, 'warning')} wait for it.`}
            </>
          ) : (
            <>
              Last told <RelativeTime at={sentAt} />.
            </>
          )}
        </span>
      </span>
      <Button size="sm" busy={test.isPending} onClick={sendTest}>
        <Send aria-hidden />
        Send a test
      </Button>
      <DropdownMenu trigger={<IconButton size="sm" icon={EllipsisVertical} label={`Change ${name}`} />}>
        <MenuItem icon={Power} onSelect={() => edit.mutate({ isOn: !isOn })}>
          {isOn ? 'Turn off' : 'Turn on'}
        </MenuItem>
        <MenuItem icon={Trash2} danger onSelect={() => setIsDeleting(true)}>
          Delete channel
        </MenuItem>
      </DropdownMenu>
      {isDeleting && (
        <ConfirmChange
          danger
          title={`Delete ${name}?`}
          action="Delete channel"
          run={() => remove.mutateAsync(undefined)}
          done={`Deleted ${name}`}
          onClose={() => setIsDeleting(false)}
        >
          What waits for it is not sent any more. Its address is forgotten.
        </ConfirmChange>
      )}
    </li>
  )
}
