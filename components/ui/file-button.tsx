'use client'

import type { ChangeEvent } from 'react'
import { cn } from './cn.ts'

interface FileButtonProps {
  label: string
  onText: (text: string) => void
  className?: string
}

/** Reads a text file that a person chooses; the file itself goes nowhere. */
export function FileButton({ label, onText, className }: FileButtonProps) {
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const field = event.currentTarget
    const text = await field.files?.[0]?.text()
    // Emptied, so that the same file, edited meanwhile, can be chosen again.
    field.value = ''
    if (text !== undefined) onText(text)
  }
  return (
    <label
      className={cn(
        'cursor-pointer rounded-md text-muted text-sm underline underline-offset-2 hover:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2',
        className,
      )}
    >
      {label}
      <input type="file" className="sr-only" onChange={(event) => void read(event)} />
    </label>
  )
}
