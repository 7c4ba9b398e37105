'use client'

import { type ReactNode, useId } from 'react'
import type { FieldControl } from './field.tsx'

interface ChoiceFieldProps {
  label: string
  hint?: ReactNode
  /** A checkbox or a switch. */
  children: (control: FieldControl) => ReactNode
}

/** A checkbox or switch with its words to the right; the words can be clicked too. */
export function ChoiceField({ label, hint, children }: ChoiceFieldProps) {
  const id = useId()
  return (
    <div className="flex gap-2.5">
      <span className="flex h-5 items-center">
        {children({ id, 'aria-describedby': hint ? `${id}-hint` : undefined, 'aria-invalid': undefined })}
      </span>
      <span className="min-w-0">
        <label htmlFor={id} className="block font-medium text-sm">
          {label}
        </label>
        {hint && (
          <span id={`${id}-hint`} className="block text-muted text-xs">
            {hint}
          </span>
        )}
      </span>
    </div>
  )
}
