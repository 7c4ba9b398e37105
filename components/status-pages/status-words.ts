import {
  CircleCheck,
  CircleDashed,
  CircleQuestionMark,
  CircleX,
  type LucideIcon,
  TriangleAlert,
  Wrench,
} from 'lucide-react'
import type { StatusPage } from '#lib/status-pages/schema'
import type { Tone } from '@/components/ui/tone'

interface StateWords {
  words: string
  tone: Tone
  icon: LucideIcon
  /** What follows the provider's name. */
  says: string
}

export const STATE_WORDS: Record<StatusPage['state'], StateWords> = {
  operational: { words: 'Operational', tone: 'ok', icon: CircleCheck, says: 'reports that it works' },
  degraded: { words: 'Degraded', tone: 'warn', icon: TriangleAlert, says: 'reports degraded service' },
  outage: { words: 'Outage', tone: 'fail', icon: CircleX, says: 'reports an outage' },
  maintenance: { words: 'Maintenance', tone: 'info', icon: Wrench, says: 'reports maintenance' },
  unknown: { words: 'Unknown', tone: 'unknown', icon: CircleQuestionMark, says: 'could not be asked' },
}

const NOT_PUBLISHED: StateWords = {
  words: 'None published',
  tone: 'unknown',
  icon: CircleDashed,
  says: 'publishes no status that a program can read',
}

/** A provider that publishes nothing is another thing than one whose page cannot be read. */
export function stateWords({ state, isWatched }: Pick<StatusPage, 'state' | 'isWatched'>): StateWords {
  return isWatched ? STATE_WORDS[state] : NOT_PUBLISHED
}

export const openIncidents = ({ incidents }: Pick<StatusPage, 'incidents'>) =>
  incidents.filter(({ resolvedAt }) => !resolvedAt)
