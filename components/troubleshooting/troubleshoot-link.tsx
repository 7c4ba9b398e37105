'use client'

import { Stethoscope } from 'lucide-react'
import Link from 'next/link'
import type { Key } from '#lib/keys/schema'
import { useMay } from '@/components/access/me'
import { Button, type ButtonProps } from '@/components/ui/button'

interface TroubleshootLinkProps extends Pick<ButtonProps, 'size' | 'className'> {
  item: Pick<Key, 'id' | 'name' | 'environmentId'>
  /** Read aloud, where several stand under one another: "Troubleshoot OPENAI_API_KEY". */
  label?: string
}

/** From a failing key to the search for its fault. Nothing where this person may not search. */
export function TroubleshootLink({ item, label, ...look }: TroubleshootLinkProps) {
  const may = useMay()
  if (!may('troubleshooting.create', item.environmentId)) return null
  return (
    <Button asChild {...look}>
      <Link prefetch={false} href={`/troubleshoot?key=${encodeURIComponent(item.id)}`} aria-label={label}>
        <Stethoscope aria-hidden />
        Troubleshoot
      </Link>
    </Button>
  )
}
