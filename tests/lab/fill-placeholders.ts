import type { Json } from './scenario.ts'

/** Replaces `{{name}}` in every string of a body; an unknown name is a mistake in the data and throws. */
export function fillPlaceholders<T extends Json>(template: T, values: Record<string, string>): T
export function fillPlaceholders(template: Json, values: Record<string, string>): Json {
  if (typeof template === 'string') return fillText(template, values)
  if (Array.isArray(template)) return template.map((item) => fillPlaceholders(item, values))
  if (template === null || typeof template !== 'object') return template
  return Object.fromEntries(Object.entries(template).map(([name, item]) => [name, fillPlaceholders(item, values)]))
}

function fillText(text: string, values: Record<string, string>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`No value for the placeholder {{${name}}}`)
    return value
  })
}
