import type { ReactNode } from 'react'
import { Brand } from './brand-mark.tsx'

interface AccountLayoutProps {
  title: string
  description?: ReactNode
  /** Small words under the card. */
  footer?: ReactNode
  children: ReactNode
}

/** Sign in, first start, invitation: one card in the middle. */
export function AccountLayout({ title, description, footer, children }: AccountLayoutProps) {
  return (
    <main className="flex min-h-dvh flex-col items-center px-4 pt-[14vh] pb-10">
      <Brand className="mb-6" />
      <div className="w-full max-w-95 rounded-xl border bg-surface p-6 shadow-raised">
        <h1 className="font-semibold text-lg">{title}</h1>
        {description && <p className="mt-1 text-muted text-sm">{description}</p>}
        <div className="mt-5">{children}</div>
      </div>
      {footer && <div className="mt-4 max-w-95 text-center text-muted text-xs">{footer}</div>}
    </main>
  )
}
