'use client'

import { X } from 'lucide-react'
import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { FilterSelect } from '@/components/ui/filter-select'
import { Input } from '@/components/ui/input'
import { SearchField } from '@/components/ui/search-field'
import { ACTION_OPTIONS } from './action-options.ts'
import type { EventFilters as Filters } from './queries.ts'

export interface EventFiltersProps {
  filters: Filters
  onChange: (change: Filters) => void
  onClear: () => void
  members: { id: string; name: string }[]
  projects: { slug: string; name: string; environments: { slug: string; name: string; protected: boolean }[] }[]
}

const OUTCOMES = [
  { value: 'allowed', label: 'Allowed' },
  { value: 'denied', label: 'Refused' },
  { value: 'failed', label: 'Failed' },
]

export function EventFilters({ filters, onChange, onClear, members, projects }: EventFiltersProps) {
  const set = (name: keyof Filters) => (value: string | undefined) => onChange({ [name]: value || undefined })
  const inSight = projects.filter(({ slug }) => !filters.project || slug === filters.project)
  const environments = new Map(inSight.flatMap((project) => project.environments.map(({ slug, name }) => [slug, name])))
  return (
    <search className="mb-3 flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <SearchField
          label="Search events"
          placeholder="Search by name, reason, address"
          value={filters.q ?? ''}
          onChange={set('q')}
        />
        <FilterSelect
          label="Person"
          value={filters.actor}
          onChange={set('actor')}
          options={withChosen(
            members.map(({ id, name }) => ({ value: id, label: name })),
            filters.actor,
          )}
        />
        <FilterSelect
          label="Action"
          value={filters.action}
          onChange={set('action')}
          options={withChosen(ACTION_OPTIONS, filters.action)}
        />
        <FilterSelect
          label="Outcome"
          value={filters.outcome}
          onChange={(outcome) => onChange({ outcome: outcome as Filters['outcome'] })}
          options={OUTCOMES}
        />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <FilterSelect
          label="Project"
          value={filters.project}
          onChange={set('project')}
          options={withChosen(
            projects.map(({ slug, name }) => ({ value: slug, label: name })),
            filters.project,
          )}
        />
        <FilterSelect
          label="Environment"
          value={filters.environment}
          onChange={set('environment')}
          options={withChosen(
            [...environments].map(([value, label]) => ({ value, label })),
            filters.environment,
          )}
        />
        <DayField label="From" value={filters.from} onChange={set('from')} />
        <DayField label="To" value={filters.to} onChange={set('to')} />
        {filters.key && (
          <Chip onRemove={() => onChange({ key: undefined })} removeLabel="Show events of every key">
            One key
          </Chip>
        )}
        {Object.keys(filters).length > 0 && (
          <Button variant="ghost" size="sm" onClick={onClear}>
            <X aria-hidden />
            Clear
          </Button>
        )}
      </div>
    </search>
  )
}

/** An address may name what no list offers: an action by itself, a project that is gone. */
function withChosen(options: { value: string; label: string }[], chosen: string | undefined) {
  if (!chosen || options.some(({ value }) => value === chosen)) return options
  return [...options, { value: chosen, label: chosen }]
}

function DayField({
  label,
  value,
  onChange,
}: {
  label: string
  value: string | undefined
  onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <span className="flex items-center gap-2 text-muted text-sm max-sm:flex-1 max-sm:basis-40">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type="date"
        value={value?.slice(0, 10) ?? ''}
        onChange={(event) => onChange(event.target.value)}
        className="w-36 text-ink max-sm:w-full"
      />
    </span>
  )
}
