interface Form {
  pattern: RegExp | string
  prefix: string
  evenAround?: string | null
}

/** Whether a value has this form; the marker check catches a paste that lost its end. */
export function matchesFormat(value: string, { pattern, prefix, evenAround }: Form): boolean {
  if (!new RegExp(pattern).test(value)) return false
  if (!evenAround) return true
  const at = value.indexOf(evenAround)
  return at - prefix.length === value.length - at - evenAround.length
}
