'use client'

import {
  type ColumnDef,
  type OnChangeFn,
  type RowData,
  type RowSelectionState,
  type SortingState,
  useTable,
} from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import { Checkbox } from './checkbox.tsx'
import { cn } from './cn.ts'
import { type DataTableFeatures, dataTableFeatures } from './data-table-features.ts'
import { DataTableHead } from './data-table-head.tsx'
import { DataTableRow } from './data-table-row.tsx'
import { useRowFocus } from './use-row-focus.ts'

const ROW_HEIGHT = 41
/** Fewer rows than this are all rendered, on the server too. */
const VIRTUAL_FROM = 100

export interface DataTableProps<Row extends RowData> {
  /** What the table lists. */
  label: string
  rows: Row[]
  /** Made once, outside the component, or memoised. */
  // biome-ignore lint/suspicious/noExplicitAny: columns of one table hold values of different types; the library's own array type says the same.
  columns: ColumnDef<DataTableFeatures, Row, any>[]
  rowId: (row: Row) => string
  rowLabel?: (row: Row) => string
  onOpen?: (row: Row) => void
  /** What a key does on the focused row: `{ t: testKey }`. j, k, x, Enter and the arrows are taken. */
  rowKeys?: Record<string, (row: Row) => void>
  /** Given: rows have checkboxes. */
  selection?: RowSelectionState
  onSelectionChange?: OnChangeFn<RowSelectionState>
  /** Given: the rows come sorted from elsewhere. Otherwise the table sorts them itself. */
  sorting?: SortingState
  onSortingChange?: OnChangeFn<SortingState>
  /** Near the last row: time to fetch more. */
  onReachEnd?: () => void
  /** The page's main list: j and k reach it from anywhere. */
  primary?: boolean
  footer?: ReactNode
  className?: string
}

export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { rows: data, columns, rowId, selection, sorting } = props
  const table = useTable({
    features: dataTableFeatures,
    data,
    columns,
    getRowId: rowId,
    enableRowSelection: selection !== undefined,
    enableMultiSort: false,
    sortDescFirst: false,
    manualSorting: sorting !== undefined,
    state: { ...(selection && { rowSelection: selection }), ...(sorting && { sorting }) },
    ...(props.onSelectionChange && { onRowSelectionChange: props.onSelectionChange }),
    ...(props.onSortingChange && { onSortingChange: props.onSortingChange }),
  })
  const rows = table.getRowModel().rows
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = rows.length >= VIRTUAL_FROM
  const window = useRowWindow(rows.length, scroller, virtual, props.onReachEnd)
  const open = props.onOpen

  const { active, setActive, onKeyDown } = useRowFocus({
    count: rows.length,
    scroller,
    reveal: window.reveal,
    primary: props.primary ?? false,
    onKey(key, index) {
      const row = rows[index]
      if (!row) return false
      if (key === 'Enter' && open) open(row.original)
      else if (key === 'x' && selection) row.toggleSelected()
      else if (props.rowKeys?.[key]) props.rowKeys[key](row.original)
      else return false
      return true
    },
  })

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the rows inside, which take the focus.
    <div
      ref={scroller}
      onKeyDown={onKeyDown}
      className={cn('@container relative overflow-auto', virtual && 'max-h-[70dvh]', props.className)}
    >
      <table
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        className="w-full border-separate border-spacing-0 text-left text-sm tabular-nums"
      >
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} aria-rowindex={1}>
              {selection && (
                <th scope="col" className="sticky top-0 z-10 w-11 border-b bg-surface pr-1 pl-4">
                  <Checkbox
                    aria-label="Select all"
                    checked={table.getIsAllRowsSelected() || (table.getIsSomeRowsSelected() && 'indeterminate')}
                    onCheckedChange={(checked) => table.toggleAllRowsSelected(checked === true)}
                  />
                </th>
              )}
              {group.headers.map((header) => (
                <DataTableHead key={header.id} header={header} />
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          <Spacer height={window.before} />
          {rows.slice(window.first, window.last + 1).map((row, offset) => {
            const index = window.first + offset
            return (
              <DataTableRow
                key={row.id}
                row={row}
                index={index}
                active={index === active}
                selected={row.getIsSelected()}
                selectable={selection !== undefined}
                label={props.rowLabel?.(row.original)}
                measure={window.measure}
                onFocus={() => setActive(index)}
                onOpen={open && (() => open(row.original))}
              />
            )
          })}
          <Spacer height={window.after} />
        </tbody>
      </table>
      {props.footer}
    </div>
  )
}

function Spacer({ height }: { height: number }) {
  return height > 0 ? (
    <tr aria-hidden>
      <td style={{ height, padding: 0 }} />
    </tr>
  ) : null
}

/** Which rows to render. Two spacer rows stand for the others, so that the table keeps the browser's own column layout. */
function useRowWindow(
  count: number,
  scroller: React.RefObject<HTMLDivElement | null>,
  virtual: boolean,
  onReachEnd?: () => void,
) {
  const virtualizer = useVirtualizer({
    count,
    enabled: virtual,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    initialRect: { width: 0, height: 800 },
    overscan: 12,
  })
  const items = virtualizer.getVirtualItems()
  const first = virtual ? (items[0]?.index ?? 0) : 0
  const last = virtual ? (items.at(-1)?.index ?? -1) : count - 1
  const nearEnd = virtual && last >= count - 20

  useEffect(() => {
    if (nearEnd) onReachEnd?.()
  }, [nearEnd, onReachEnd])

  return {
    first,
    last,
    before: virtual ? (items[0]?.start ?? 0) : 0,
    after: virtual ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0,
    measure: virtual ? virtualizer.measureElement : undefined,
    reveal: (index: number) => virtual && virtualizer.scrollToIndex(index, { align: 'auto' }),
  }
}
