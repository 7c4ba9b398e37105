import {
  AppWindow,
  CircleCheck,
  CircleQuestionMark,
  CreditCard,
  Gauge,
  KeyRound,
  Lock,
  type LucideIcon,
  Server,
  ServerCrash,
  ShieldAlert,
  Unplug,
} from 'lucide-react'
import type { VerdictArea } from './verdict-words.ts'

export const VERDICT_ICONS: Record<VerdictArea, LucideIcon> = {
  good: CircleCheck,
  key: KeyRound,
  access: Lock,
  money: CreditCard,
  limits: Gauge,
  network: Unplug,
  certificate: ShieldAlert,
  application: AppWindow,
  machine: Server,
  provider: ServerCrash,
  open: CircleQuestionMark,
}
