'use client'

import { Command } from 'cmdk'
import { Check, ChevronDown } from 'lucide-react'
import * as Radix from 'radix-ui/popover'
import { useState } from 'react'
import { cn } from './cn.ts'
import { inputStyle } from './input.tsx'

export interface ComboboxOption {
  value: string
  label: string
  /** Shown small at the right. */
  detail?: string
  /** Other words that find it. */
  keywords?: string[]
}

interface ComboboxProps {
  options: ComboboxOption[]
  value: string
  onValueChange: (value: string) => void
  placeholder?: string
  /** What is searched: "Search providers". */
  search: string
  id?: string
  'aria-describedby'?: string | undefined
  'aria-invalid'?: true | undefined
}

/** A choice among too many to scroll through: typing narrows it down. */
export function Combobox({
  options,
  value,
  onValueChange,
  placeholder = 'Choose…',
  search,
  ...control
}: ComboboxProps) {
  const [open, setOpen] = useState(false)
  const chosen = options.find((option) => option.value === value)
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Trigger
        role="combobox"
        aria-expanded={open}
        className={cn(inputStyle, 'flex h-8 items-center justify-between gap-2 text-left')}
        {...control}
      >
        <span className={cn('truncate', !chosen && 'text-faint')}>{chosen?.label ?? placeholder}</span>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-faint" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={search}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 w-(--radix-popover-trigger-width) min-w-64 animate-pop-in overflow-hidden rounded-lg bg-raised text-sm shadow-overlay focus:outline-none"
        >
          <Command label={search} loop defaultValue={value}>
            <Command.Input
              placeholder={search}
              className="h-9 w-full border-b bg-transparent px-3 text-base placeholder:text-faint focus-visible:outline-none sm:text-sm"
            />
            <Command.List className="max-h-72 overflow-y-auto p-1">
              <Command.Empty className="px-3 py-6 text-center text-muted text-sm">Nothing found.</Command.Empty>
              {options.map((option) => (
                <Command.Item
                  key={option.value}
                  value={option.value}
                  keywords={[option.label, ...(option.keywords ?? [])]}
                  onSelect={() => {
                    onValueChange(option.value)
                    setOpen(false)
                  }}
                  className="flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 data-[selected=true]:bg-hover"
                >
                  <Check aria-hidden className={cn('size-4 shrink-0', option.value !== value && 'invisible')} />
                  <span className="truncate">{option.label}</span>
                  {option.detail && <span className="ml-auto truncate text-muted text-xs">{option.detail}</span>}
                </Command.Item>
              ))}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
