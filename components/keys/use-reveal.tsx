'use client'

import { type ReactNode, useCallback, useState } from 'react'
import type { Key } from '#lib/keys/schema'
import { canCopy, copyText } from '@/components/ui/copy-text'
import { toast } from '@/components/ui/toast'
import { revealKey } from './queries.ts'
import { ReasonDialog } from './reason-dialog.tsx'

interface Asked {
  item: Key
  copy: boolean
  answer: (reason: string | undefined) => void
}

/** Reads values, asking for a reason first where the environment is protected. `dialog` must be rendered. */
export function useReveal() {
  const [asked, setAsked] = useState<Asked>()

  /** Runs `work` at once, or in the click that gives the reason: browsers open the clipboard only inside a click. */
  const withReason = useCallback((item: Key, copy: boolean, work: (reason?: string) => Promise<void>) => {
    if (!item.protected) return work()
    setAsked({
      item,
      copy,
      answer: (reason) => {
        setAsked(undefined)
        if (reason) void work(reason)
      },
    })
  }, [])

  /** For a field that shows the value: rejects with a sentence when the person gave no reason. */
  const reveal = useCallback(
    (item: Key, copy: boolean) =>
      new Promise<string>((resolve, reject) => {
        if (!item.protected) return resolve(revealKey(item.id, undefined, copy))
        setAsked({
          item,
          copy,
          answer: (reason) => {
            setAsked(undefined)
            if (reason) resolve(revealKey(item.id, reason, copy))
            else reject(new Error('No reason was given, so nothing was read.'))
          },
        })
      }),
    [],
  )

  const copy = useCallback(
    (item: Key) => void withReason(item, true, (reason) => copyQuietly(item, reason)),
    [withReason],
  )

  const dialog: ReactNode = asked && (
    <ReasonDialog
      title={`${asked.copy ? 'Copy' : 'Show'} ${asked.item.name}`}
      action={asked.copy ? 'Copy value' : 'Show value'}
      onReason={asked.answer}
      onCancel={() => asked.answer(undefined)}
    />
  )
  return { reveal, copy, dialog }
}

async function copyQuietly(item: Key, reason: string | undefined): Promise<void> {
  if (!canCopy()) {
    toast('This browser gives no clipboard here', {
      tone: 'warn',
      detail: 'The page is not on HTTPS or localhost. Open the key and show its value instead.',
    })
    return
  }
  try {
    await copyText(() => revealKey(item.id, reason, true))
    toast(`Copied ${item.name}`, { detail: 'It was not shown. The audit log says that you copied it.' })
  } catch (error) {
    toast(`${item.name} was not copied`, {
      tone: 'fail',
      detail: error instanceof Error ? error.message : 'Try again.',
    })
  }
}
