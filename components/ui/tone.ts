import { CircleCheck, CircleQuestionMark, CircleX, Info, type LucideIcon, TriangleAlert } from 'lucide-react'

/** The five states that colour may mean. Every use shows the icon or a word beside it. */
export const TONES = ['ok', 'warn', 'fail', 'info', 'unknown'] as const
export type Tone = (typeof TONES)[number]

export const toneIcon: Record<Tone, LucideIcon> = {
  ok: CircleCheck,
  warn: TriangleAlert,
  fail: CircleX,
  info: Info,
  unknown: CircleQuestionMark,
}

export const toneText: Record<Tone, string> = {
  ok: 'text-ok',
  warn: 'text-warn',
  fail: 'text-fail',
  info: 'text-info',
  unknown: 'text-unknown',
}

export const toneTint: Record<Tone, string> = {
  ok: 'bg-ok-tint',
  warn: 'bg-warn-tint',
  fail: 'bg-fail-tint',
  info: 'bg-info-tint',
  unknown: 'bg-unknown-tint',
}

export const toneLine: Record<Tone, string> = {
  ok: 'border-ok-line',
  warn: 'border-warn-line',
  fail: 'border-fail-line',
  info: 'border-info-line',
  unknown: 'border-unknown-line',
}

export const toneSolid: Record<Tone, string> = {
  ok: 'bg-ok-solid',
  warn: 'bg-warn-solid',
  fail: 'bg-fail-solid',
  info: 'bg-info-solid',
  unknown: 'bg-unknown-solid',
}
