import type { LogCause } from '#lib/log-reading/schema'
import { VERDICT_ICONS } from '@/components/pairing/verdict-icons'
import { Badge } from '@/components/ui/badge'
import { causeWords } from './cause-words.ts'

interface CauseBadgeProps {
  cause: LogCause
  look?: 'box' | 'quiet'
  className?: string
}

/** A verdict, or one of OpenClaw's own faults. */
export function CauseBadge({ cause, look, className }: CauseBadgeProps) {
  const { words, tone, area } = causeWords(cause)
  return (
    <Badge tone={tone} icon={VERDICT_ICONS[area]} look={look} title={cause} className={className}>
      {words}
    </Badge>
  )
}
