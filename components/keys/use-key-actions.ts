'use client'

import { useRouter } from 'next/navigation'
import { useMemo } from 'react'
import type { Key } from '#lib/keys/schema'
import { useMay } from '@/components/access/me'
import { toast } from '@/components/ui/toast'
import type { KeyActions } from './key-actions.tsx'
import { useRestoreKeys } from './queries.ts'

interface KeyActionsOptions {
  /** Stable, as the table's columns are made from what this returns. */
  open: (at: 'test' | 'replace' | 'delete', key: Key) => void
  copy: (key: Key) => void
  /** The list of deleted keys: they can only be restored. */
  deleted: boolean
}

/** What this person may do nowhere is left out; the server decides by environment. */
export function useKeyActions({ open, copy, deleted }: KeyActionsOptions): KeyActions {
  const may = useMay()
  const router = useRouter()
  const { mutate: restore } = useRestoreKeys()
  return useMemo(() => {
    if (deleted) return may('key.restore') ? { restore: (item) => restoreOne(item, restore) } : {}
    return {
      ...(may('key.test') && { test: (item) => open('test', item) }),
      ...(may('key.reveal') && { copy }),
      ...(may('key.replace') && { replace: (item) => open('replace', item) }),
      ...(may('key.edit') && { edit: (item) => router.push(`/keys/${item.id}?open=edit`) }),
      ...(may('key.delete') && { remove: (item) => open('delete', item) }),
    }
  }, [may, router, copy, open, restore, deleted])
}

function restoreOne(item: Key, restore: ReturnType<typeof useRestoreKeys>['mutate']): void {
  restore([item.id], {
    onSuccess: ({ refused }) => {
      if (refused[0]) toast(`${item.name} was not restored`, { tone: 'fail', detail: refused[0].message })
      else toast(`Restored ${item.name}`)
    },
  })
}
