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
  return (
    <search className="mb-3 flex flex-wrap items-center gap-2">
      <SearchField
        label="Search events"
        placeholder="Search by name, reason, address"
        value={filters.q ?? ''}
        onChange={(q) => onChange({ q: q || undefined })}
      />
      <DeedFilters filters={filters} onChange={onChange} members={members} />
      <PlaceFilters filters={filters} onChange={onChange} projects={projects} />
      <div className="flex items-center gap-2 max-sm:w-full">
        <DayField label="From" value={filters.from} onChange={(from) => onChange({ from: from || undefined })} />
        <DayField label="To" value={filters.to} onChange={(to) => onChange({ to: to || undefined })} />
      </div>
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
    </search>
  )
}

/** Who did what, and how it ended. */
function DeedFilters({ filters, onChange, members }: Pick<EventFiltersProps, 'filters' | 'onChange' | 'members'>) {
  const people = members.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <FilterSelect
        label="Person"
        value={filters.actor}
        onChange={(actor) => onChange({ actor })}
        options={withChosen(people, filters.actor)}
      />
      <FilterSelect
        label="Action"
        value={filters.action}
        onChange={(action) => onChange({ action })}
        options={withChosen(ACTION_OPTIONS, filters.action)}
      />
      <FilterSelect
        label="Outcome"
        value={filters.outcome}
        onChange={(outcome) => onChange({ outcome: outcome as Filters['outcome'] })}
        options={OUTCOMES}
      />
    </>
  )
}

/** Where it was done: environments of the chosen project, or of all, by short name. */
function PlaceFilters({ filters, onChange, projects }: Pick<EventFiltersProps, 'filters' | 'onChange' | 'projects'>) {
  const inSight = projects.filter(({ slug }) => !filters.project || slug === filters.project)
  const names = new Map(inSight.flatMap((project) => project.environments.map(({ slug, name }) => [slug, name])))
  const environments = [...names].map(([value, label]) => ({ value, label }))
  const all = projects.map(({ slug, name }) => ({ value: slug, label: name }))
  return (
    <>
      <FilterSelect
        label="Project"
        value={filters.project}
        onChange={(project) => onChange({ project })}
        options={withChosen(all, filters.project)}
      />
      <FilterSelect
        label="Environment"
        value={filters.environment}
        onChange={(environment) => onChange({ environment })}
        options={withChosen(environments, filters.environment)}
      />
    </>
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
    <span className="flex items-center gap-2 text-muted text-sm max-sm:min-w-0 max-sm:flex-1">
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
