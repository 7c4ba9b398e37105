'use client'

import { Sparkles } from 'lucide-react'
import type { Key } from '#lib/keys/schema'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { useCleanKey } from './queries.ts'

/** Stores the value without its hidden characters. It is cleaned on the server: nobody has to see it. */
export function CleanKeyButton({ item, onCleaned }: { item: Key; onCleaned?: (() => void) | undefined }) {
  const clean = useCleanKey(item.id)
  const press = () =>
    clean.mutate(undefined, {
      onSuccess: ({ name, version }) => {
        toast(`${name} has version ${version}`, { detail: 'The same value, without the hidden characters.' })
        onCleaned?.()
      },
      onError: ({ message }) => toast(`${item.name} was not changed`, { tone: 'fail', detail: message }),
    })
  return (
    <Button onClick={press} busy={clean.isPending}>
      <Sparkles aria-hidden />
      Store without them
    </Button>
  )
}
