'use client'

import { FlexRender, type RowData, type Row as TableRow } from '@tanstack/react-table'
import type { MouseEvent } from 'react'
import { Checkbox } from './checkbox.tsx'
import { cn } from './cn.ts'
import type { DataTableFeatures } from './data-table-features.ts'

interface DataTableRowProps<Row extends RowData> {
  row: TableRow<DataTableFeatures, Row>
  index: number
  active: boolean
  selected: boolean
  /** Read aloud with the checkbox: "Select OPENAI_API_KEY". */
  label?: string
  selectable: boolean
  onFocus: () => void
  onOpen?: () => void
}

const INTERACTIVE = 'a, button, input, label, [role="checkbox"]'

export function DataTableRow<Row extends RowData>({
  row,
  index,
  active,
  selected,
  label,
  selectable,
  onFocus,
  onOpen,
}: DataTableRowProps<Row>) {
  const openOutsideControls = (event: MouseEvent) => {
    if (event.target instanceof Element && !event.target.closest(INTERACTIVE)) onOpen?.()
  }
  return (
    <tr
      data-row={index}
      aria-rowindex={index + 2}
      tabIndex={active ? 0 : -1}
      onFocus={onFocus}
      onClick={onOpen && openOutsideControls}
      className={cn(
        'group/row *:border-b hover:*:bg-hover focus-visible:-outline-offset-2',
        onOpen && 'cursor-pointer',
        selected && '*:bg-selected hover:*:bg-selected',
      )}
    >
      {selectable && (
        <td className="w-10 pl-4">
          <Checkbox
            aria-label={`Select ${label ?? row.id}`}
            checked={selected}
            onClick={row.getToggleSelectedHandler()}
          />
        </td>
      )}
      {row.getAllCells().map((cell) => {
        const meta = cell.column.columnDef.meta
        return (
          <td
            key={cell.id}
            className={cn('h-11 px-3 py-1.5', meta?.align === 'right' && 'text-right', meta?.className)}
          >
            <FlexRender cell={cell} />
          </td>
        )
      })}
    </tr>
  )
}
