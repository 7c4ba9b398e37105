'use client'

import * as Radix from 'radix-ui/tabs'
import type { ReactNode } from 'react'

interface Tab {
  value: string
  label: string
  count?: number
  content: ReactNode
}

interface TabsProps {
  label: string
  tabs: Tab[]
  value?: string
  defaultValue?: string
  onValueChange?: (value: string) => void
}

export function Tabs({ label, tabs, defaultValue, ...root }: TabsProps) {
  return (
    <Radix.Root defaultValue={defaultValue ?? tabs[0]?.value} {...root}>
      <Radix.List aria-label={label} className="flex gap-4 overflow-x-auto border-b">
        {tabs.map(({ value, label: words, count }) => (
          <Radix.Trigger
            key={value}
            value={value}
            className="-mb-px flex h-9 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 text-muted text-sm hover:text-ink focus-visible:-outline-offset-2 data-[state=active]:border-ink data-[state=active]:font-medium data-[state=active]:text-ink"
          >
            {words}
            {count !== undefined && (
              <span className="rounded-sm bg-sunken px-1 text-2xs text-muted tabular-nums">{count}</span>
            )}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map(({ value, content }) => (
        <Radix.Content key={value} value={value} className="pt-4">
          {content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
