import type { Answer } from '#lib/providers/provider'
import { type Body, gunzip } from './read-body.ts'
import type { Scrubber } from './scrub.ts'

export interface RawAnswer extends Body {
  status: number
  headers: Record<string, string | string[] | undefined>
}

/** Deeper nesting is an attack on whoever reads it, not an answer. */
const DEEPEST_JSON = 64

/** What came back, decoded within limits and without any secret in it. Brotli, zstd and deflate are never unpacked. */
export async function readAnswer(raw: RawAnswer, scrub: Scrubber, limitBytes: number): Promise<Answer> {
  const headers = readHeaders(raw.headers, scrub)
  const body = await unpack(raw, headers['content-encoding'], limitBytes)
  const base = { status: raw.status, headers, truncated: raw.truncated || (body?.truncated ?? false) }
  if (!body) return { ...base, text: '', json: undefined, kind: 'binary' }
  if (body.bytes.length === 0) return { ...base, text: '', json: undefined, kind: 'empty' }
  const decoded = decodeText(body.bytes)
  if (decoded.includes('\0')) return { ...base, text: '', json: undefined, kind: 'binary' }
  const text = scrub.text(decoded)
  const json = parseJson(text)
  if (json === undefined) return { ...base, text, json, kind: isHtml(text, headers) ? 'html' : 'text' }
  const clean = scrub.deep(json)
  // A secret can hide in \u escapes: then the text is written anew from what was cut out of the parsed value.
  const hidden = clean !== json && JSON.stringify(clean) !== JSON.stringify(json)
  return { ...base, text: hidden ? JSON.stringify(clean) : text, json: clean, kind: 'json' }
}

async function unpack(raw: RawAnswer, encoding: string | undefined, limitBytes: number): Promise<Body | null> {
  if (!encoding || encoding === 'identity' || raw.bytes.length === 0) return raw
  return encoding === 'gzip' || encoding === 'x-gzip' ? gunzip(raw.bytes, limitBytes) : null
}

function readHeaders(headers: RawAnswer['headers'], scrub: Scrubber): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]): [string, string] => {
    const text = [value ?? ''].flat().join(', ')
    return [
      scrub.text(name),
      name === 'set-cookie' ? '[not kept]' : scrub.text(name === 'location' ? shortLocation(text) : text),
    ]
  })
  return Object.fromEntries(entries)
}

/** The two headers that an http trace shows. */
export function traceHeaders(headers: RawAnswer['headers']): { contentType?: string; location?: string } {
  const [contentType] = [headers['content-type']].flat()
  const [location] = [headers.location].flat()
  return { contentType, location: location === undefined ? undefined : shortLocation(location) }
}

/** Where a redirect points, without user information, query or fragment: those may carry a credential in any form. */
function shortLocation(text: string): string {
  const url = URL.parse(text)
  if (url) return `${url.protocol}//${url.host}${url.pathname}${url.search ? '?…' : ''}`.slice(0, 1000)
  return text.replace(/[?#].*$/s, '?…').slice(0, 1000)
}

function decodeText(bytes: Buffer): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

function parseJson(text: string): unknown {
  if (!/^\s*[[{"\d\-tfn]/.test(text) || nesting(text) > DEEPEST_JSON) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function nesting(text: string): number {
  let depth = 0
  let deepest = 0
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === '"') at = endOfString(text, at)
    else if (char === '[' || char === '{') deepest = Math.max(deepest, ++depth)
    else if (char === ']' || char === '}') depth--
  }
  return deepest
}

function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at
}

function isHtml(text: string, headers: Record<string, string>): boolean {
  return /^\s*(<!doctype html|<html|<head|<body)/i.test(text) || /\bx?html\b/i.test(headers['content-type'] ?? '')
}
