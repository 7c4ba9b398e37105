import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleQuestionMark,
  CircleX,
  Clock,
  ClockAlert,
  type LucideIcon,
  TriangleAlert,
} from 'lucide-react'
import type { KeyStatus } from '#lib/keys/schema'
import type { Tone } from '@/components/ui/tone'

interface StatusWords {
  words: string
  tone: Tone
  icon: LucideIcon
  means: string
}

/** What each status means, the one that needs a person most first. */
export const KEY_STATUS_WORDS: Record<KeyStatus, StatusWords> = {
  failing: { words: 'Failing', tone: 'fail', icon: CircleX, means: 'The last pairing test failed.' },
  expired: { words: 'Expired', tone: 'fail', icon: ClockAlert, means: 'Its expiry has passed.' },
  revoked: { words: 'Revoked', tone: 'fail', icon: Ban, means: 'It was revoked and will not work again.' },
  expiring: { words: 'Expiring', tone: 'warn', icon: Clock, means: 'It works, and expires soon.' },
  warned: {
    words: 'Warned',
    tone: 'warn',
    icon: TriangleAlert,
    means: 'It works; the last pairing test found something to look at.',
  },
  unknown: {
    words: 'Not decided',
    tone: 'unknown',
    icon: CircleQuestionMark,
    means: 'The last pairing test could not decide.',
  },
  untested: { words: 'Not tested', tone: 'unknown', icon: CircleDashed, means: 'No pairing test has been run yet.' },
  paired: {
    words: 'Paired',
    tone: 'ok',
    icon: CircleCheck,
    means: 'The provider accepted it in the last pairing test.',
  },
}

export const KEY_STATUS_ORDER = Object.keys(KEY_STATUS_WORDS) as KeyStatus[]
