const digits = new Intl.NumberFormat('en')

interface ProgressProps {
  label: string
  done: number
  total: number
  /** How amounts are written; as counts where it is left out. */
  format?: (amount: number) => string
}

/** Long work with its counts: `37 of 120`. */
export function Progress({ label, done, total, format = digits.format }: ProgressProps) {
  const share = total > 0 ? Math.min(1, done / total) : 0
  return (
    <div>
      <div className="mb-1.5 flex justify-between gap-4 text-sm">
        <span>{label}</span>
        <span className="text-muted tabular-nums">
          {format(done)} of {format(total)}
        </span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        className="h-1.5 overflow-hidden rounded-full bg-selected"
      >
        <div
          className="h-full rounded-full bg-ink transition-[width] duration-200"
          style={{ width: `${share * 100}%` }}
        />
      </div>
    </div>
  )
}
