'use client'

import type { LucideIcon } from 'lucide-react'
import * as Radix from 'radix-ui/toggle-group'
import { cn } from './cn.ts'

interface SegmentedControlProps<Value extends string> {
  label: string
  options: readonly { value: Value; label: string; icon?: LucideIcon }[]
  value: Value
  onValueChange: (value: Value) => void
  className?: string
}

/** One of a few, all in sight. */
export function SegmentedControl<Value extends string>({
  label,
  options,
  value,
  onValueChange,
  className,
}: SegmentedControlProps<Value>) {
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen)
    if (option) onValueChange(option.value)
  }
  return (
    <Radix.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={choose}
      className={cn('inline-flex h-8 rounded-md border bg-sunken p-0.5', className)}
    >
      {options.map(({ value: own, label: words, icon: Icon }) => (
        <Radix.Item
          key={own}
          value={own}
          className="flex flex-1 items-center justify-center gap-1.5 whitespace-nowrap rounded-[5px] border border-transparent px-2.5 text-muted text-sm hover:text-ink data-[state=on]:border-line-strong data-[state=on]:bg-surface data-[state=on]:text-ink data-[state=on]:shadow-raised"
        >
          {Icon && <Icon aria-hidden className="size-3.5" />}
          {words}
        </Radix.Item>
      ))}
    </Radix.Root>
  )
}
