'use client'

import { Eye, EyeOff } from 'lucide-react'
import { type ComponentProps, type ReactNode, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Textarea } from '@/components/ui/textarea'

interface ValueFieldProps extends Omit<ComponentProps<typeof Textarea>, 'mono'> {
  label?: string
  error?: string
  hint?: ReactNode
}

/** Where a key is pasted: several lines, covered unless asked, never kept by the browser. */
export function ValueField({ label = 'Value', error, hint, className, ...rest }: ValueFieldProps) {
  const [shown, setShown] = useState(false)
  return (
    <Field label={label} error={error} hint={hint}>
      {(control) => (
        <div className="relative">
          <Textarea
            mono
            rows={2}
            {...control}
            {...rest}
            data-1p-ignore
            data-lpignore="true"
            className={cn('min-h-14 break-all pr-11', !shown && '[-webkit-text-security:disc]', className)}
          />
          <span className="absolute top-1 right-1">
            <IconButton
              size="sm"
              icon={shown ? EyeOff : Eye}
              label={shown ? 'Cover the value' : 'Show the value'}
              aria-pressed={shown}
              onClick={() => setShown(!shown)}
            />
          </span>
        </div>
      )}
    </Field>
  )
}
