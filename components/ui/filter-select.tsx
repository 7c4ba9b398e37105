'use client'

import { cn } from './cn.ts'
import { Select, type SelectOption } from './select.tsx'

const ANY = 'any'

interface FilterSelectProps {
  /** What is chosen, in singular: "Environment". */
  label: string
  options: SelectOption[]
  value: string | undefined
  onChange: (value: string | undefined) => void
  className?: string
}

/** One of several, or any of them. */
export function FilterSelect({ label, options, value, onChange, className }: FilterSelectProps) {
  return (
    <Select
      aria-label={label}
      value={value ?? ANY}
      onValueChange={(chosen) => onChange(chosen === ANY ? undefined : chosen)}
      options={[{ value: ANY, label: `Any ${label.toLowerCase()}` }, ...options]}
      className={cn('w-auto min-w-36 max-sm:flex-1', className)}
    />
  )
}
