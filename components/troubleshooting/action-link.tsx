import { ExternalLink } from 'lucide-react'
import { Button } from '@/components/ui/button'

/** Another company's page, in a tab of its own. */
export function ActionLink({ href }: { href: string | undefined }) {
  if (!href) return null
  return (
    <Button asChild size="sm" className="self-start">
      <a href={href} target="_blank" rel="noreferrer">
        <ExternalLink aria-hidden />
        Open {URL.parse(href)?.host ?? 'the page'}
      </a>
    </Button>
  )
}
