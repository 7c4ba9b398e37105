import type { ReactNode } from 'react'
import { Button } from './button.tsx'

interface FormActionsProps {
  /** A verb with its object: "Make link". */
  action: ReactNode
  busy?: boolean
  danger?: boolean
  disabled?: boolean
  onCancel: () => void
  /** What stands between the two: another way to go on. */
  children?: ReactNode
}

/** The end of a form in a dialog: leave it, or do it. */
export function FormActions({ action, busy, danger, disabled, onCancel, children }: FormActionsProps) {
  return (
    <div className="flex justify-end gap-2">
      <Button onClick={onCancel}>Cancel</Button>
      {children}
      <Button type="submit" variant={danger ? 'danger' : 'primary'} busy={busy} disabled={disabled}>
        {action}
      </Button>
    </div>
  )
}
