'use client'

import { Trash2, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { FilterSelect } from '@/components/ui/filter-select'
import { SearchField } from '@/components/ui/search-field'
import { KEY_STATUS_ORDER, KEY_STATUS_WORDS } from './key-status-words.ts'
import type { KeyFilters as Filters } from './queries.ts'

interface KeyFiltersProps {
  filters: Filters
  onChange: (change: Filters) => void
  environments: { slug: string; name: string }[]
  providers: { id: string; name: string }[]
  /** Whether the deleted ones can be asked for. */
  withDeleted?: boolean
}

const NONE = { q: undefined, environment: undefined, provider: undefined, status: undefined, deleted: undefined }

export function KeyFilters({ filters, onChange, environments, providers, withDeleted = true }: KeyFiltersProps) {
  const active = filters.q || filters.environment || filters.provider || filters.status || filters.deleted
  return (
    <search className="flex flex-wrap items-center gap-2">
      <SearchField
        label="Search keys"
        placeholder="Search by name, provider, tag"
        value={filters.q ?? ''}
        onChange={(q) => onChange({ q: q || undefined })}
      />
      <FilterSelect
        label="Environment"
        value={filters.environment}
        onChange={(environment) => onChange({ environment })}
        options={environments.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <FilterSelect
        label="Provider"
        value={filters.provider}
        onChange={(provider) => onChange({ provider })}
        options={providers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FilterSelect
        label="Status"
        value={filters.status}
        onChange={(status) => onChange({ status: status as Filters['status'] })}
        options={KEY_STATUS_ORDER.map((status) => ({ value: status, label: KEY_STATUS_WORDS[status].words }))}
      />
      {withDeleted && (
        <Button
          variant="ghost"
          aria-pressed={Boolean(filters.deleted)}
          className="text-muted aria-pressed:bg-selected aria-pressed:text-ink"
          onClick={() => onChange({ deleted: filters.deleted ? undefined : true })}
        >
          <Trash2 aria-hidden />
          Deleted
        </Button>
      )}
      {active && (
        <Button variant="ghost" onClick={() => onChange(NONE)}>
          <X aria-hidden />
          Clear filters
        </Button>
      )}
    </search>
  )
}
