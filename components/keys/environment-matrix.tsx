import type { Key } from '#lib/keys/schema'
import { EnvironmentChip } from './environment-chip.tsx'
import { MatrixCell, MatrixGap, MatrixUnknown } from './matrix-cell.tsx'
import { type MatrixRow, matrixRows } from './matrix-rows.ts'

export interface MatrixEnvironment {
  id: string
  slug: string
  name: string
  protected: boolean
}

interface EnvironmentMatrixProps {
  keys: Key[]
  environments: MatrixEnvironment[]
  /** Some keys are filtered out, so that an empty cell says nothing. */
  partial?: boolean
  /** Where a missing key is added; leave out where this person may not. */
  addHref?: (name: string, environment: MatrixEnvironment) => string | undefined
}

/** Rows are key names, columns environments: gaps, states and shared values in one look. */
export function EnvironmentMatrix({ keys, ...rest }: EnvironmentMatrixProps) {
  return (
    <section aria-label="Keys by environment" className="relative overflow-x-auto">
      <table className="w-full border-separate border-spacing-0 text-left text-sm tabular-nums">
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky left-0 z-10 h-10 w-44 border-r border-b bg-surface px-4 font-medium text-muted text-xs sm:w-70 sm:min-w-70"
            >
              Key
            </th>
            {rest.environments.map((environment) => (
              <th key={environment.slug} scope="col" className="min-w-48 border-b bg-surface px-3 font-normal">
                <EnvironmentChip name={environment.name} protected={environment.protected} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrixRows(keys).map((row) => (
            <MatrixLine key={row.name} row={row} {...rest} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function MatrixLine({
  row,
  environments,
  partial,
  addHref,
}: { row: MatrixRow } & Omit<EnvironmentMatrixProps, 'keys'>) {
  return (
    <tr className="last:*:border-b-0">
      <th
        scope="row"
        className="sticky left-0 z-10 max-w-44 truncate border-r border-b bg-surface px-4 font-medium font-mono text-xs sm:max-w-70"
        title={row.name}
      >
        {row.name}
      </th>
      {environments.map((environment) => {
        const key = row.cells.get(environment.slug)
        return (
          <td key={environment.slug} className="h-16 border-b p-1 align-middle">
            {key ? (
              <MatrixCell item={key} />
            ) : partial ? (
              <MatrixUnknown />
            ) : (
              <MatrixGap name={row.name} environment={environment.name} href={addHref?.(row.name, environment)} />
            )}
          </td>
        )
      })}
    </tr>
  )
}
