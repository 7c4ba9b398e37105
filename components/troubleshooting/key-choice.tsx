'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import type { Key } from '#lib/keys/schema'
import { EnvironmentChip } from '@/components/keys/environment-chip'
import { KeyState } from '@/components/keys/key-state'
import { keyQuery } from '@/components/keys/queries'
import { Notice } from '@/components/ui/notice'
import { SearchField } from '@/components/ui/search-field'
import { Skeleton } from '@/components/ui/skeleton'
import { keyChoicesQuery } from './queries.ts'

interface KeyChoiceProps {
  value: string | undefined
  onChange: (id: string) => void
}

/** Keys to choose one of: those that fail first, or as searched. */
export function KeyChoice({ value, onChange }: KeyChoiceProps) {
  const [q, setQ] = useState('')
  const found = useQuery(keyChoicesQuery(q))
  const chosen = useQuery({ ...keyQuery(value ?? ''), enabled: value !== undefined })
  const keys = withChosen(found.data ?? [], q === '' ? chosen.data : undefined)
  return (
    <div className="flex flex-col gap-2.5">
      <SearchField
        label="Search keys"
        placeholder="Search by name, project, environment or provider"
        value={q}
        onChange={setQ}
        className="sm:max-w-none"
      />
      {chosen.error && (
        <Notice tone="warn" title="The key that the link names is not to be seen here. Choose another." />
      )}
      {found.error && <Notice tone="fail" title={found.error.message} />}
      <fieldset aria-busy={found.isPending} className="min-h-12 overflow-hidden rounded-lg border">
        <legend className="sr-only">Key</legend>
        {found.isPending && [1, 2, 3, 4].map((row) => <RowSkeleton key={row} />)}
        {keys.map((item) => (
          <KeyRow key={item.id} item={item} checked={item.id === value} onChoose={() => onChange(item.id)} />
        ))}
        {found.isSuccess && keys.length === 0 && <NoKeys q={q} />}
      </fieldset>
    </div>
  )
}

function KeyRow({ item, checked, onChoose }: { item: Key; checked: boolean; onChoose: () => void }) {
  return (
    <label className="flex min-h-12 cursor-pointer items-center gap-3 border-b px-3 py-2 text-sm last:border-b-0 hover:bg-hover has-checked:bg-selected has-focus-visible:outline-2 has-focus-visible:-outline-offset-2">
      <input type="radio" name="key" checked={checked} onChange={onChoose} className="size-4 shrink-0" />
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
        <span className="max-w-full truncate font-medium font-mono text-xs">{item.name}</span>
        <span className="flex items-center gap-2 text-muted text-xs">
          {item.project}
          <EnvironmentChip name={item.environment} protected={item.protected} />
        </span>
        <span className="ml-auto">
          <KeyState {...item} />
        </span>
      </span>
    </label>
  )
}

function RowSkeleton() {
  return (
    <span className="flex h-12 items-center gap-3 border-b px-3 last:border-b-0">
      <Skeleton className="size-4 rounded-full" />
      <Skeleton className="w-40" />
      <Skeleton className="ml-auto w-20" />
    </span>
  )
}

function NoKeys({ q }: { q: string }) {
  return (
    <p className="px-4 py-8 text-center text-muted text-sm">
      {q ? 'No key that you see fits this search.' : 'You see no key yet.'}{' '}
      {!q && (
        <Link href="/keys/new" className="text-ink underline underline-offset-2">
          Add a key
        </Link>
      )}
      {!q && ', or paste a value.'}
    </p>
  )
}

/** The chosen key stays in sight, though the list would not hold it. */
function withChosen(keys: Key[], chosen: Key | undefined): Key[] {
  return chosen && !keys.some(({ id }) => id === chosen.id) ? [chosen, ...keys] : keys
}
