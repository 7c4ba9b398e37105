import { ArrowUpRight } from 'lucide-react'
import type { Listed } from './queries.ts'

/** The provider's own pages. */
export function ProviderLinks({ provider }: { provider: Listed }) {
  const { name, dashboard, docs, statusPage } = provider
  const links = [
    { words: 'Dashboard', href: dashboard },
    { words: 'Documentation', href: provider.custom ? null : docs },
    { words: 'Status', href: statusPage },
  ]
  return (
    <footer className="flex flex-wrap gap-x-4 gap-y-1 border-t px-4 py-2 text-xs">
      {links.map(
        ({ words, href }) =>
          href && (
            <a
              key={words}
              href={href}
              target="_blank"
              rel="noreferrer"
              className="inline-flex items-center gap-0.5 rounded-sm text-muted hover:text-ink hover:underline"
            >
              {words}
              <ArrowUpRight aria-hidden className="size-3" />
              <span className="sr-only"> of {name}, in a new tab</span>
            </a>
          ),
      )}
    </footer>
  )
}
