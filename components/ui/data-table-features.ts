import {
  createColumnHelper,
  createSortedRowModel,
  metaHelper,
  type RowData,
  rowSelectionFeature,
  rowSortingFeature,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
} from '@tanstack/react-table'

interface ColumnMeta {
  /** For the header and every cell: a width, or `hidden @min-[600px]:table-cell` (of the table, not the window). */
  className?: string
  align?: 'right'
  /** Keeps the words in the header for those who hear the page, and out of sight. */
  quietHeader?: boolean
}

export const dataTableFeatures = tableFeatures({
  rowSortingFeature,
  rowSelectionFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic, text: sortFn_text },
  columnMeta: metaHelper<ColumnMeta>(),
})
export type DataTableFeatures = typeof dataTableFeatures

/** Columns of a DataTable: `const column = dataColumns<Row>(); const columns = column.columns([column.accessor('name', …)])`. */
export const dataColumns = <Row extends RowData>() => createColumnHelper<DataTableFeatures, Row>()
