import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

export const inputStyle =
  'w-full min-w-0 rounded-md border border-control bg-surface px-2.5 text-base text-ink placeholder:text-faint focus-visible:outline-offset-0 aria-invalid:border-fail-solid disabled:cursor-not-allowed disabled:bg-sunken disabled:text-faint [&[readonly]]:bg-sunken sm:text-sm'

interface InputProps extends ComponentProps<'input'> {
  /** For keys, fingerprints and addresses: fixed width, nothing corrected. */
  mono?: boolean
}

export function Input({ mono, className, ...rest }: InputProps) {
  const exact = mono ? { spellCheck: false, autoCapitalize: 'none', autoCorrect: 'off', autoComplete: 'off' } : {}
  return <input {...exact} className={cn(inputStyle, 'h-8', mono && 'font-mono', className)} {...rest} />
}
