import { isRecord } from '#lib/providers/read-error'
import type { ServiceState } from '#lib/providers/service-state'
import type { Component, Impact } from './reading.ts'

const MOST_COMPONENTS = 200
const MOST_LOOKED_AT = 20_000
const OLDEST = Date.UTC(2000, 0, 1)
const AHEAD_MS = 24 * 60 * 60_000

export type Fields = Record<string, unknown>

/** The objects of a list; nothing where it is no list. */
export function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.slice(0, MOST_LOOKED_AT).filter(isRecord) : []
}

export function fieldsOf(value: unknown): Fields {
  return isRecord(value) ? value : {}
}

/** One line of readable text, cut to a length; empty where it is no text. */
export function lineOf(value: unknown, longest: number): string {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : ''
  const start = text.slice(0, longest * 4).toWellFormed()
  return start
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, longest)
    .toWellFormed()
}

/** A moment in a form that status pages use: ISO-8601, RFC 822, or seconds since 1970. Undefined for anything else. */
export function momentOf(value: unknown, now: Date): Date | undefined {
  const seconds = typeof value === 'number' ? value : /^\d{9,11}$/.test(String(value)) ? Number(value) : undefined
  const moment = seconds === undefined ? new Date(lineOf(value, 60) || Number.NaN) : new Date(seconds * 1000)
  const time = moment.getTime()
  return time >= OLDEST && time <= now.getTime() + AHEAD_MS ? moment : undefined
}

/** A web address, as the page wrote it or relative to it; anything else could do more than lead somewhere. */
export function addressOf(value: unknown, page?: string): string | null {
  const url = URL.parse(lineOf(value, 500), page)
  return url && (url.protocol === 'https:' || url.protocol === 'http:') && !url.username ? url.href.slice(0, 500) : null
}

const STATES: Record<string, ServiceState> = {
  operational: 'operational',
  up: 'operational',
  ok: 'operational',
  none: 'operational',
  available: 'operational',
  degraded: 'degraded',
  degradedperformance: 'degraded',
  partialoutage: 'degraded',
  partialservicedisruption: 'degraded',
  hasissues: 'degraded',
  minor: 'degraded',
  minoroutage: 'degraded',
  downtime: 'outage',
  down: 'outage',
  major: 'outage',
  majoroutage: 'outage',
  critical: 'outage',
  fulloutage: 'outage',
  outage: 'outage',
  servicedisruption: 'outage',
  maintenance: 'maintenance',
  undermaintenance: 'maintenance',
  plannedmaintenance: 'maintenance',
}

/** The state behind a page's own word, however it is spelled; a new word is unknown, never healthy. */
export function stateOf(word: unknown): ServiceState {
  const key = lineOf(word, 40)
    .toLowerCase()
    .replace(/[^a-z]/g, '')
  return Object.hasOwn(STATES, key) ? (STATES[key] ?? 'unknown') : 'unknown'
}

const IMPACT_OF: Record<ServiceState, Impact> = {
  operational: 'none',
  degraded: 'minor',
  outage: 'major',
  maintenance: 'maintenance',
  unknown: 'minor',
}

/** How much an incident harms. One whose word is not known harms at least a little: it would not be told otherwise. */
export function impactOf(word: unknown): Impact {
  return lineOf(word, 40).toLowerCase() === 'critical' ? 'critical' : IMPACT_OF[stateOf(word)]
}

export function componentsOf(found: { name: unknown; state: ServiceState }[]): Component[] {
  return found
    .slice(0, MOST_COMPONENTS)
    .map(({ name, state }) => ({ name: lineOf(name, 100), state }))
    .filter(({ name }) => name !== '')
}
