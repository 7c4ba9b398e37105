'use client'

import { Check, Minus } from 'lucide-react'
import * as Radix from 'radix-ui/checkbox'
import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

export function Checkbox({ className, ...rest }: ComponentProps<typeof Radix.Root>) {
  return (
    <Radix.Root
      className={cn(
        'group/check relative flex size-4 shrink-0 items-center justify-center rounded-sm border border-control bg-surface text-inverse before:absolute before:-inset-1.5 disabled:cursor-not-allowed disabled:opacity-50 data-[state=checked]:border-ink data-[state=indeterminate]:border-ink data-[state=checked]:bg-ink data-[state=indeterminate]:bg-ink',
        className,
      )}
      {...rest}
    >
      <Radix.Indicator>
        <Minus aria-hidden strokeWidth={3} className="hidden size-3 group-data-[state=indeterminate]/check:block" />
        <Check aria-hidden strokeWidth={3} className="size-3 group-data-[state=indeterminate]/check:hidden" />
      </Radix.Indicator>
    </Radix.Root>
  )
}
