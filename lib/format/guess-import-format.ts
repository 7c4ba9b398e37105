import type { ImportFormat } from '#lib/imports/schema'

/** What a text most likely is, from how it begins: a guess that a person can correct. */
export function guessImportFormat(text: string): ImportFormat {
  const start = text.replace(/^\ufeff/, '').trimStart()
  if (/^[{[]/.test(start)) return 'json'
  const line = start.split(/\r?\n/).find((each) => !/^\s*(#|---|$)/.test(each)) ?? ''
  if (/^(export\s+)?[\w.-]+\s*=/.test(line)) return 'dotenv'
  if (/^"?[\w -]+"?(,"?[\w -]*"?)+$/.test(line)) return 'csv'
  return /^(- )?["']?[\w.-]+["']?:(\s|$)/.test(line) ? 'yaml' : 'dotenv'
}
