import type { KeyStatus as Status } from '#lib/keys/schema'
import { Badge } from '@/components/ui/badge'
import { KEY_STATUS_WORDS } from './key-status-words.ts'

export function KeyStatus({ status, look = 'quiet' }: { status: Status; look?: 'box' | 'quiet' }) {
  const { words, tone, icon, means } = KEY_STATUS_WORDS[status]
  return (
    <Badge tone={tone} icon={icon} look={look} title={means}>
      {words}
    </Badge>
  )
}
