import { Check, ChevronRight, Dot, type LucideIcon, Minus, TriangleAlert, X } from 'lucide-react'
import type { PairingStage, StageName } from '#lib/pairing/schema'
import type { Tone } from '@/components/ui/tone'

/** What each stage is called, and the question that it answers. */
export const STAGE_WORDS: Record<StageName, { label: string; asks: string }> = {
  key: { label: 'Key', asks: 'Does the value look like a key of this provider?' },
  dns: { label: 'DNS', asks: 'Does the host name lead to an address?' },
  tcp: { label: 'TCP', asks: 'Does something answer at that address?' },
  proxy: { label: 'Proxy', asks: 'Does the proxy let the request through?' },
  tls: { label: 'TLS', asks: 'Is the connection encrypted by the provider itself?' },
  http: { label: 'HTTP', asks: 'Is it the provider that answers?' },
  auth: { label: 'Auth', asks: 'Does the provider accept the key?' },
  permissions: { label: 'Permissions', asks: 'May the key do what is needed here?' },
  limits: { label: 'Limits', asks: 'Is there quota, credit and rate left?' },
  status: { label: 'Status', asks: 'Does the provider report an incident?' },
}

/** The stages in the order in which they run. Read here and not from the schema, which would bring zod to every list of keys. */
export const STAGE_ORDER = Object.keys(STAGE_WORDS) as StageName[]

/** Where a stage can be: what a test may conclude of it, and before that waiting or running. */
export type StageState = PairingStage['status'] | 'waiting' | 'running'

interface StateWords {
  word: string
  tone: Tone
  icon: LucideIcon
}

export const STAGE_STATES: Record<StageState, StateWords> = {
  passed: { word: 'passed', tone: 'ok', icon: Check },
  warned: { word: 'warned', tone: 'warn', icon: TriangleAlert },
  failed: { word: 'failed', tone: 'fail', icon: X },
  skipped: { word: 'skipped', tone: 'unknown', icon: Minus },
  running: { word: 'running', tone: 'info', icon: ChevronRight },
  waiting: { word: 'waiting', tone: 'unknown', icon: Dot },
}
