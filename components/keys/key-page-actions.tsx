'use client'

import { Link2, Pencil, PlugZap, Replace, RotateCw, Siren, Trash2 } from 'lucide-react'
import type { Key } from '#lib/keys/schema'
import { useMay } from '@/components/access/me'
import { Button } from '@/components/ui/button'

interface KeyPageActionsProps {
  item: Key
  testing: boolean
  onTest: () => void
  onOpen: (overlay: 'edit' | 'replace' | 'rotate' | 'compromised' | 'share' | 'delete') => void
}

/** What this person may do with the key in its environment; the rest is left out. */
export function KeyPageActions({ item, testing, onTest, onOpen }: KeyPageActionsProps) {
  const may = useMay()
  // A credential that makes keys is opened for that alone.
  const isUsed = item.purpose === 'application'
  return (
    <>
      {may('key.delete', item.environmentId) && (
        <Button variant="ghost" onClick={() => onOpen('delete')}>
          <Trash2 aria-hidden />
          Delete
        </Button>
      )}
      {isUsed && may('key.rotate', item.environmentId) && (
        <Button variant="ghost" onClick={() => onOpen('compromised')}>
          <Siren aria-hidden />
          Compromised
        </Button>
      )}
      {isUsed && may('key.share', item.environmentId) && (
        <Button variant="ghost" onClick={() => onOpen('share')}>
          <Link2 aria-hidden />
          Share once
        </Button>
      )}
      {may('key.edit', item.environmentId) && (
        <Button onClick={() => onOpen('edit')}>
          <Pencil aria-hidden />
          Edit
        </Button>
      )}
      {may('key.replace', item.environmentId) && (
        <Button onClick={() => onOpen('replace')}>
          <Replace aria-hidden />
          Replace value
        </Button>
      )}
      {isUsed && may('key.rotate', item.environmentId) && (
        <Button aria-keyshortcuts="r" onClick={() => onOpen('rotate')}>
          <RotateCw aria-hidden />
          Rotate
        </Button>
      )}
      {isUsed && may('key.test', item.environmentId) && (
        <Button variant="primary" aria-keyshortcuts="t" onClick={onTest} busy={testing}>
          <PlugZap aria-hidden />
          Test pairing
        </Button>
      )}
    </>
  )
}
