'use client'

import { Search, Trash2, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { KEY_STATUS_ORDER, KEY_STATUS_WORDS } from './key-status-words.ts'
import type { KeyFilters as Filters } from './queries.ts'

interface KeyFiltersProps {
  filters: Filters
  onChange: (change: Filters) => void
  environments: { slug: string; name: string }[]
  providers: { id: string; name: string }[]
}

const ANY = 'any'

export function KeyFilters({ filters, onChange, environments, providers }: KeyFiltersProps) {
  const choose = (name: 'environment' | 'provider' | 'status') => (value: string) =>
    onChange({ [name]: value === ANY ? undefined : value })
  const active = filters.q || filters.environment || filters.provider || filters.status || filters.deleted
  return (
    <search className="flex flex-wrap items-center gap-2">
      <SearchBox value={filters.q ?? ''} onChange={(q) => onChange({ q: q || undefined })} />
      <Filter
        label="Environment"
        value={filters.environment}
        onChange={choose('environment')}
        options={environments.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <Filter
        label="Provider"
        value={filters.provider}
        onChange={choose('provider')}
        options={providers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Filter
        label="Status"
        value={filters.status}
        onChange={choose('status')}
        options={KEY_STATUS_ORDER.map((status) => ({ value: status, label: KEY_STATUS_WORDS[status].words }))}
      />
      <Button
        variant="ghost"
        aria-pressed={Boolean(filters.deleted)}
        className="text-muted aria-pressed:bg-selected aria-pressed:text-ink"
        onClick={() => onChange({ deleted: filters.deleted ? undefined : true })}
      >
        <Trash2 aria-hidden />
        Deleted
      </Button>
      {active && (
        <Button
          variant="ghost"
          size="sm"
          onClick={() =>
            onChange({
              q: undefined,
              environment: undefined,
              provider: undefined,
              status: undefined,
              deleted: undefined,
            })
          }
        >
          <X aria-hidden />
          Clear
        </Button>
      )}
    </search>
  )
}

function Filter({
  label,
  value,
  onChange,
  options,
}: {
  label: string
  value?: string
  onChange: (value: string) => void
  options: { value: string; label: string }[]
}) {
  return (
    <Select
      aria-label={label}
      value={value ?? ANY}
      onValueChange={onChange}
      options={[{ value: ANY, label: `Any ${label.toLowerCase()}` }, ...options]}
      className="w-auto min-w-36 max-sm:flex-1"
    />
  )
}

/** Waits a moment after each letter, so that typing a word asks once. */
function SearchBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [text, setText] = useState(value)
  useEffect(() => {
    if (text === value) return
    const timer = setTimeout(() => onChange(text), 200)
    return () => clearTimeout(timer)
  }, [text, value, onChange])
  return (
    <div className="relative min-w-52 max-sm:w-full sm:flex-1 sm:max-w-80">
      <Search aria-hidden className="pointer-events-none absolute top-2 left-2.5 size-4 text-faint" />
      <Input
        aria-label="Search keys"
        type="search"
        placeholder="Search by name, provider, tag"
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="pl-8"
      />
    </div>
  )
}
