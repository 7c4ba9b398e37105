'use client'

import { Stethoscope } from 'lucide-react'
import Link from 'next/link'
import type { Key } from '#lib/keys/schema'
import { useMay } from '@/components/access/me'
import { Button } from '@/components/ui/button'

interface TroubleshootLinkProps {
  item: Pick<Key, 'id' | 'name' | 'environmentId'>
  size?: 'sm' | 'md'
  /** Icon alone on a phone, where the words find no room. */
  compact?: boolean
}

/** From a failing key to the search for its fault. Nothing where this person may not search. */
export function TroubleshootLink({ item, size, compact }: TroubleshootLinkProps) {
  const may = useMay()
  if (!may('troubleshooting.create', item.environmentId)) return null
  return (
    <Button asChild size={size}>
      <Link
        prefetch={false}
        href={`/troubleshoot?key=${encodeURIComponent(item.id)}`}
        aria-label={compact ? `Troubleshoot ${item.name}` : undefined}
      >
        <Stethoscope aria-hidden />
        <span className={compact ? 'max-sm:hidden' : undefined}>Troubleshoot</span>
      </Link>
    </Button>
  )
}
