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
  /** Reports the row's real height where only some rows are rendered. */
  measure?: (row: HTMLTableRowElement | null) => void
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
  measure,
  onFocus,
  onOpen,
}: DataTableRowProps<Row>) {
  // The handler keeps the anchor of a Shift range; it reads these two off a native checkbox's event, and this is a button.
  const toggle = row.getToggleSelectedHandler()
  const openOutsideControls = (event: MouseEvent) => {
    const { target, currentTarget } = event
    // A menu or a list of choices bubbles up to the row that opened it, from elsewhere in the document.
    if (target instanceof Element && currentTarget.contains(target) && !target.closest(INTERACTIVE)) onOpen?.()
  }
  return (
    <tr
      ref={measure}
      data-row={index}
      data-index={index}
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
        <td className="w-11 pr-1 pl-4">
          <Checkbox
            aria-label={`Select ${label ?? row.id}`}
            checked={selected}
            onClick={({ shiftKey }) => toggle({ target: { checked: !selected }, shiftKey })}
          />
        </td>
      )}
      {row.getAllCells().map((cell) => {
        const meta = cell.column.columnDef.meta
        return (
          <td
            key={cell.id}
            className={cn('h-10 px-2 py-1 sm:px-3', meta?.align === 'right' && 'text-right', meta?.className)}
          >
            <FlexRender cell={cell} />
          </td>
        )
      })}
    </tr>
  )
}
