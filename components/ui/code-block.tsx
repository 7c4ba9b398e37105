import { cn } from './cn.ts'
import { CopyButton } from './copy-button.tsx'

interface CodeBlockProps {
  /** What it is: "cURL", "Message". */
  label: string
  code: string
  /** Breaks long lines; for prose and for cURL on a phone. */
  wrap?: boolean
  className?: string
}

export function CodeBlock({ label, code, wrap, className }: CodeBlockProps) {
  return (
    <figure className={cn('overflow-hidden rounded-lg border bg-sunken', className)}>
      <figcaption className="flex h-9 items-center justify-between gap-2 border-b pr-1.5 pl-3 text-muted text-xs">
        {label}
        <CopyButton source={code} label="Copy" variant="ghost" />
      </figcaption>
      <section
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className="overflow-x-auto focus-visible:-outline-offset-2"
      >
        <pre className={cn('p-3 font-mono text-ink text-xs leading-5', wrap && 'whitespace-pre-wrap wrap-anywhere')}>
          {code}
        </pre>
      </section>
    </figure>
  )
}
