'use client'

import { CopyButton } from './copy-button.tsx'
import { Notice } from './notice.tsx'

interface OnceShownProps {
  /** What it is: "Token", "Link". */
  label: string
  secret: string
  /** What to do with it. */
  children: string
}

/** A secret in the only moment in which it can be seen. */
export function OnceShown({ label, secret, children }: OnceShownProps) {
  return (
    <div className="flex flex-col gap-3">
      <Notice tone="warn" title="It is shown this once.">
        {children}
      </Notice>
      <section aria-label={label} className="flex items-start gap-2 rounded-md border bg-sunken py-1.5 pr-1.5 pl-3">
        <output className="min-w-0 flex-1 py-1 font-mono text-xs leading-5 wrap-anywhere">{secret}</output>
        <CopyButton source={secret} label={`Copy ${label.toLowerCase()}`} variant="primary" />
      </section>
    </div>
  )
}
