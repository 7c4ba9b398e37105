import type { LucideIcon } from 'lucide-react'
import { Button, type ButtonProps } from './button.tsx'
import { cn } from './cn.ts'
import { Tooltip } from './tooltip.tsx'

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label' | 'asChild'> {
  icon: LucideIcon
  /** What it does: read aloud, and shown on hover and focus. */
  label: string
  keys?: string
}

export function IconButton({ icon: Icon, label, keys, variant = 'ghost', size, className, ...rest }: IconButtonProps) {
  const square = size === 'sm' ? 'w-7' : size === 'lg' ? 'w-10' : 'w-8'
  return (
    <Tooltip text={label} keys={keys}>
      <Button
        variant={variant}
        size={size}
        aria-label={label}
        className={cn(square, 'px-0 text-muted hover:text-ink', className)}
        {...rest}
      >
        <Icon aria-hidden />
      </Button>
    </Tooltip>
  )
}
