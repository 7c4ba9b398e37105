import type { StatusPage } from '#lib/status-pages/schema'
import { Badge } from '@/components/ui/badge'
import { stateWords } from './status-words.ts'

/** How a provider is, by its own word. */
export function StatusBadge({ status, look }: { status: StatusPage; look?: 'box' | 'quiet' }) {
  const { words, tone, icon, says } = stateWords(status)
  return (
    <Badge tone={tone} icon={icon} {...(look ? { look } : {})} title={`${status.name} ${says}`}>
      {words}
    </Badge>
  )
}
