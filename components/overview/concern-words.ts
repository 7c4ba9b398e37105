import { CalendarX, type LucideIcon, PlugZap, RotateCw, TimerReset } from 'lucide-react'
import type { Concern } from '#lib/overview/schema'
import type { Tone } from '@/components/ui/tone'

interface ConcernWords {
  words: string
  tone: Tone
  icon: LucideIcon
}

/** Why a key wants a person, worst first. */
export const CONCERN_WORDS: Record<Concern, ConcernWords> = {
  failing: { words: 'Failing', tone: 'fail', icon: PlugZap },
  expired: { words: 'Expired', tone: 'fail', icon: CalendarX },
  expiring: { words: 'Expiring soon', tone: 'warn', icon: TimerReset },
  rotation_overdue: { words: 'Rotation overdue', tone: 'warn', icon: RotateCw },
}
