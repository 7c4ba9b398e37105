import { z } from 'zod'
import { CONFIDENCES, VERDICTS } from '#lib/providers/verdict'
import { OPENCLAW_FAULTS } from './openclaw-faults.ts'

/** What a log may prove: a verdict of a pairing test, or one of OpenClaw's own faults. */
export const LOG_CAUSES = [...VERDICTS, ...OPENCLAW_FAULTS] as const
export type LogCause = (typeof LOG_CAUSES)[number]

/** Who wrote the lines. */
export const LOG_SOURCES = {
  openclaw: 'OpenClaw',
  openai_node: 'OpenAI’s library for Node.js',
  openai_python: 'OpenAI’s library for Python',
  anthropic_node: 'Anthropic’s library for Node.js',
  anthropic_python: 'Anthropic’s library for Python',
  node: 'Node.js',
  axios: 'axios',
  python_requests: 'Python requests',
  python_httpx: 'Python httpx',
  python: 'Python',
  go: 'Go',
  java: 'Java',
  curl: 'curl',
  nginx: 'nginx',
  squid: 'Squid',
  envoy: 'Envoy',
  http: 'an HTTP answer in the log',
} as const
export type LogSource = keyof typeof LOG_SOURCES
const sources = Object.keys(LOG_SOURCES) as [LogSource, ...LogSource[]]

/** UTC with a `Z` where the log says the zone, or else as it stands there: `2026-11-25T22:07:34.000`, without one. */
export const LogTime = z.iso.datetime({ local: true })

export const LogLine = z.object({
  /** Counted from 1. */
  number: z.int().positive(),
  /** Masked, and cut to what matters where the line is long. */
  text: z.string().max(2000),
})
export type LogLine = z.infer<typeof LogLine>

export const LogGroup = z.object({
  cause: z.enum(LOG_CAUSES),
  headline: z.string().max(500),
  /** How the lines lead to the cause, in sentences. */
  means: z.string().max(2000),
  source: z.enum(sources),
  /** Of the catalogue, where the lines name one. */
  providerId: z.string().max(100).optional(),
  /** The other side as the lines name it: a host, or OpenClaw's name for a provider. */
  target: z.string().max(255).optional(),
  confidence: z.enum(CONFIDENCES),
  /** How many records of the log say so. */
  count: z.int().positive(),
  /** Null where the lines hold no time. */
  firstAt: LogTime.nullable(),
  lastAt: LogTime.nullable(),
  /** Up to five that prove it. */
  lines: z.array(LogLine).max(5),
  /** To be run on the machine that OpenClaw runs on. */
  command: z.string().max(500).optional(),
})
export type LogGroup = z.infer<typeof LogGroup>

export const LogReading = z.object({
  /** Read, after decompression. */
  bytes: z.int().nonnegative(),
  lines: z.int().nonnegative(),
  /** There was more than the limits allow. */
  truncated: z.boolean(),
  /** Lines that prove nothing that is known here, the healthy ones among them. */
  unknownLines: z.int().nonnegative(),
  /** The likeliest cause first. Empty where the log proves nothing. */
  groups: z.array(LogGroup).max(100),
  /** Sentences on the reading itself: that times name no zone, that the rest was not read. */
  notes: z.array(z.string().max(500)).max(20),
})
export type LogReading = z.infer<typeof LogReading>
