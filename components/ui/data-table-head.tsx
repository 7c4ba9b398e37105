'use client'

import type { Header, RowData } from '@tanstack/react-table'
import { FlexRender } from '@tanstack/react-table'
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { cn } from './cn.ts'
import type { DataTableFeatures } from './data-table-features.ts'

const ORDER = { asc: 'ascending', desc: 'descending' } as const

/** A column's header; where the column sorts, a button that says how. */
export function DataTableHead<Row extends RowData>({ header }: { header: Header<DataTableFeatures, Row> }) {
  const { column } = header
  const meta = column.columnDef.meta
  const sorted = column.getIsSorted()
  const words = <FlexRender header={header} />
  return (
    <th
      scope="col"
      aria-sort={sorted ? ORDER[sorted] : undefined}
      className={cn(
        'sticky top-0 z-10 h-9 whitespace-nowrap border-b bg-surface px-2 text-left sm:px-3 font-medium text-muted text-xs',
        meta?.align === 'right' && 'text-right',
        meta?.className,
      )}
    >
      {column.getCanSort() ? (
        <button
          type="button"
          onClick={column.getToggleSortingHandler()}
          className="group/sort -mx-1.5 inline-flex h-6 items-center gap-1 rounded-sm px-1.5 hover:bg-hover hover:text-ink"
        >
          {words}
          <SortMark sorted={sorted} />
        </button>
      ) : (
        <span className={meta?.quietHeader ? 'sr-only' : undefined}>{words}</span>
      )}
    </th>
  )
}

function SortMark({ sorted }: { sorted: false | 'asc' | 'desc' }) {
  if (!sorted)
    return (
      <ChevronsUpDown
        aria-hidden
        className="size-3 opacity-0 group-hover/sort:opacity-100 group-focus-visible/sort:opacity-100"
      />
    )
  const Mark = sorted === 'asc' ? ArrowUp : ArrowDown
  return <Mark aria-hidden className="size-3 text-ink" />
}
