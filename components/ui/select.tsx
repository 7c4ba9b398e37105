'use client'

import { Check, ChevronDown } from 'lucide-react'
import * as Radix from 'radix-ui/select'
import type { ReactNode } from 'react'
import { cn } from './cn.ts'
import { inputStyle } from './input.tsx'

export interface SelectOption {
  value: string
  label: string
  /** Second line in the list, in small grey letters. */
  detail?: string
  icon?: ReactNode
  disabled?: boolean
}

interface SelectProps {
  options: SelectOption[]
  value?: string
  defaultValue?: string
  onValueChange?: (value: string) => void
  placeholder?: string
  id?: string
  name?: string
  disabled?: boolean
  required?: boolean
  className?: string
  'aria-label'?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

export function Select({
  options,
  placeholder = 'Choose…',
  id,
  className,
  value,
  defaultValue,
  onValueChange,
  name,
  disabled,
  required,
  ...aria
}: SelectProps) {
  return (
    <Radix.Root {...{ value, defaultValue, onValueChange, name, disabled, required }}>
      <Radix.Trigger
        id={id}
        className={cn(
          inputStyle,
          'flex h-8 items-center justify-between gap-2 text-left data-placeholder:text-faint [&>span]:truncate',
          className,
        )}
        {...aria}
      >
        <Radix.Value placeholder={placeholder} />
        <Radix.Icon asChild>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-faint" />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) animate-pop-in overflow-y-auto rounded-lg bg-raised p-1 shadow-overlay"
        >
          {/* Not Radix.Viewport: it adds a <style> of its own, which the page's policy refuses. */}
          {options.map((option) => (
            <SelectItem key={option.value} {...option} />
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function SelectItem({ value, label, detail, icon, disabled }: SelectOption) {
  return (
    <Radix.Item
      value={value}
      disabled={disabled}
      className="flex cursor-default select-none items-center gap-2 rounded-md px-2 py-1.5 text-sm outline-none data-disabled:opacity-50 data-highlighted:bg-hover"
    >
      {icon}
      <span className="min-w-0 flex-1">
        <Radix.ItemText>{label}</Radix.ItemText>
        {detail && <span className="block text-muted text-xs">{detail}</span>}
      </span>
      <Radix.ItemIndicator>
        <Check aria-hidden className="size-4" />
      </Radix.ItemIndicator>
    </Radix.Item>
  )
}
