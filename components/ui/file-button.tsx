'use client'

import type { ChangeEvent } from 'react'
import { cn } from './cn.ts'

interface FileButtonProps {
  label: string
  /** The file's text; the file itself goes nowhere. */
  onText?: (text: string) => void
  /** The file as it stands, unread: for one that may be large. */
  onFile?: (file: File) => void
  className?: string
}

/** Lets a person choose a file. */
export function FileButton({ label, onText, onFile, className }: FileButtonProps) {
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const field = event.currentTarget
    const file = field.files?.[0]
    const text = onText && (await file?.text())
    // Emptied, so that the same file, edited meanwhile, can be chosen again.
    field.value = ''
    if (text !== undefined) onText?.(text)
    if (file) onFile?.(file)
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
