import type { ComponentProps } from 'react'
import { cn } from './cn.ts'
import { inputStyle } from './input.tsx'

interface TextareaProps extends ComponentProps<'textarea'> {
  mono?: boolean
}

export function Textarea({ mono, className, rows = 3, ...rest }: TextareaProps) {
  const exact = mono ? { spellCheck: false, autoCapitalize: 'none', autoCorrect: 'off', autoComplete: 'off' } : {}
  return (
    <textarea
      {...exact}
      rows={rows}
      className={cn(inputStyle, 'block resize-y py-1.5', mono && 'font-mono', className)}
      {...rest}
    />
  )
}
