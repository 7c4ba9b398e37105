import { Circle, CircleCheck, CircleX, Hand, LoaderCircle, type LucideIcon, Minus, TriangleAlert } from 'lucide-react'
import type { StepName, TroubleshootingStep } from '#lib/troubleshooting/schema'
import type { Tone } from '@/components/ui/tone'

/** What each step is called, and the question that it answers. */
export const STEP_WORDS: Record<StepName, { label: string; asks: string }> = {
  basics: { label: 'Basics', asks: 'Is the provider known, the address one, and the key still in its time?' },
  key: { label: 'Key', asks: 'Is the value accepted, and is it the one that the application holds?' },
  network: { label: 'Network', asks: 'Is the way to the provider clear?' },
  service_status: { label: 'Service status', asks: 'Is the provider itself well?' },
  application_health: { label: 'Application', asks: 'Is the application set up like what was tested?' },
  logs: { label: 'Logs', asks: 'What does the application itself meet?' },
  direct_test: { label: 'Direct test', asks: 'What does the provider answer to one request, here and there?' },
  advanced_network: { label: 'Advanced network', asks: 'What do firewall, proxy and certificates need?' },
  support: { label: 'Support', asks: 'Who can mend it, and what do they need to know?' },
}

/** In the order in which they are taken. Read here and not from the schema, which would bring zod to the page. */
export const STEP_ORDER = Object.keys(STEP_WORDS) as StepName[]

/** What a step may say, and before that: under way, or not begun. */
export type StepState = TroubleshootingStep['status'] | 'running' | 'next'

interface StateWords {
  word: string
  tone: Tone
  icon: LucideIcon
}

export const STEP_STATES: Record<StepState, StateWords> = {
  passed: { word: 'In order', tone: 'ok', icon: CircleCheck },
  warned: { word: 'Look here', tone: 'warn', icon: TriangleAlert },
  failed: { word: 'Fault found', tone: 'fail', icon: CircleX },
  waiting: { word: 'Waits for a person', tone: 'info', icon: Hand },
  skipped: { word: 'Skipped', tone: 'unknown', icon: Minus },
  running: { word: 'Running', tone: 'info', icon: LoaderCircle },
  next: { word: 'Not yet', tone: 'unknown', icon: Circle },
}
