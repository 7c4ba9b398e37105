import type { Examples } from '@/components/ui/examples'
import { RelativeTime } from './relative-time.tsx'

export const timeExamples: Examples = {
  title: 'Times',
  states: {
    past: <RelativeTime at="2026-11-20T09:30:00Z" />,
    future: <RelativeTime at="2027-11-01T00:00:00Z" />,
    never: <RelativeTime at={null} never="not used yet" />,
  },
}
