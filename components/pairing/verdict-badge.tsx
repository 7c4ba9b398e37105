import type { Verdict } from '#lib/providers/verdict'
import { Badge } from '@/components/ui/badge'
import { VERDICT_ICONS } from './verdict-icons.ts'
import { VERDICT_WORDS } from './verdict-words.ts'

interface VerdictBadgeProps {
  verdict: Verdict
  look?: 'box' | 'quiet'
  className?: string
}

export function VerdictBadge({ verdict, look, className }: VerdictBadgeProps) {
  const { words, tone, area } = VERDICT_WORDS[verdict]
  return (
    <Badge tone={tone} icon={VERDICT_ICONS[area]} look={look} title={verdict} className={className}>
      {words}
    </Badge>
  )
}
