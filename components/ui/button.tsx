import { cva, type VariantProps } from 'class-variance-authority'
import { LoaderCircle } from 'lucide-react'
import { Slot } from 'radix-ui/slot'
import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

export const buttonStyle = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium transition-colors duration-100 disabled:pointer-events-none disabled:opacity-50 aria-disabled:pointer-events-none aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'border-transparent bg-ink text-inverse hover:bg-ink-hover',
        secondary: 'border-line-strong bg-surface text-ink shadow-raised hover:bg-hover data-[state=open]:bg-hover',
        ghost: 'border-transparent text-ink hover:bg-hover data-[state=open]:bg-hover',
        danger: 'border-fail-line bg-fail-tint text-fail hover:border-fail-solid',
      },
      size: { sm: 'h-7 px-2 text-xs', md: 'h-8 px-3 text-sm', lg: 'h-10 px-4 text-base' },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
)

export interface ButtonProps extends ComponentProps<'button'>, VariantProps<typeof buttonStyle> {
  /** Gives the look to the only child, a link for example. */
  asChild?: boolean
  /** Work is under way: shows a turning mark and takes no second click. Its words stay, so the button keeps its width. */
  busy?: boolean
}

export function Button({ variant, size, asChild, busy, className, children, disabled, type, ...rest }: ButtonProps) {
  const look = cn(buttonStyle({ variant, size }), className)
  if (asChild)
    return (
      <Slot className={look} {...rest}>
        {children}
      </Slot>
    )
  return (
    <button
      type={type ?? 'button'}
      className={look}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      {...rest}
    >
      {busy && <LoaderCircle aria-hidden className="animate-spin" />}
      {children}
    </button>
  )
}
