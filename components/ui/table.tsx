import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

/** A plain table for up to some dozens of rows. For more, or for sorting and selecting: DataTable. */
export function Table({ className, label, ...rest }: ComponentProps<'table'> & { label: string }) {
  return (
    <section aria-label={label} className="relative overflow-x-auto">
      <table
        className={cn('w-full border-separate border-spacing-0 text-left text-sm tabular-nums', className)}
        {...rest}
      />
    </section>
  )
}

export function Th({ className, ...rest }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      className={cn('h-9 whitespace-nowrap border-b bg-surface px-3 font-medium text-muted text-xs', className)}
      {...rest}
    />
  )
}

export function Tr({ className, ...rest }: ComponentProps<'tr'>) {
  return <tr className={cn('last:*:border-b-0 hover:bg-hover', className)} {...rest} />
}

export function Td({ className, ...rest }: ComponentProps<'td'>) {
  return <td className={cn('h-10 border-b px-3 py-1.5', className)} {...rest} />
}
