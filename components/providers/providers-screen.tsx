'use client'

import { useQuery } from '@tanstack/react-query'
import { PlugZap, Plus } from 'lucide-react'
import { useState } from 'react'
import { formatCount } from '#lib/format/format-count'
import { useMay } from '@/components/access/me'
import { PageHeader } from '@/components/layout/page-header'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { FilterSelect } from '@/components/ui/filter-select'
import { SearchField } from '@/components/ui/search-field'
import { categoryWords } from './category-words.ts'
import { CustomProviderDialog } from './custom-provider-dialog.tsx'
import { CustomProviderMenu } from './custom-provider-menu.tsx'
import { ProviderCard } from './provider-card.tsx'
import { ProviderListSkeleton } from './provider-list-skeleton.tsx'
import { type Listed, providersQuery, useCreateProvider } from './queries.ts'
import { type ProviderFilters, useProviderFilters } from './use-provider-filters.ts'

export function ProvidersScreen() {
  const query = useQuery(providersQuery())
  const { filters, set } = useProviderFilters()
  const providers = query.data?.items ?? []
  const may = useMay()
  const [isAdding, setAdding] = useState(false)
  const create = useCreateProvider()
  return (
    <>
      <PageHeader
        title="Providers"
        description={
          query.data ? `${formatCount(providers.length, 'provider')} whose keys Claviger can test` : undefined
        }
        actions={
          may('provider.create') && (
            <Button variant="primary" onClick={() => setAdding(true)}>
              <Plus aria-hidden />
              Add provider
            </Button>
          )
        }
      />
      {isAdding && <CustomProviderDialog save={create.mutateAsync} onClose={() => setAdding(false)} />}
      <search className="mb-4 flex flex-wrap items-center gap-2">
        <SearchField
          label="Search providers"
          placeholder="Search by name, variable, prefix"
          value={filters.q}
          onChange={(q) => set({ q })}
        />
        <FilterSelect
          label="Category"
          value={filters.category}
          onChange={(category) => set({ category })}
          options={[...new Set(providers.map(({ category }) => category))].map((value) => ({
            value,
            label: categoryWords(value),
          }))}
        />
      </search>
      {query.isPending ? (
        <ProviderListSkeleton />
      ) : query.error ? (
        <ErrorState title="The catalogue could not be read" onRetry={() => void query.refetch()}>
          {query.error.message}
        </ErrorState>
      ) : (
        <ProviderList
          providers={providers.filter((provider) => matches(provider, filters))}
          onClear={() => set({ q: '', category: undefined })}
        />
      )}
    </>
  )
}

export function ProviderList({ providers, onClear }: { providers: Listed[]; onClear: () => void }) {
  const may = useMay()
  if (providers.length === 0)
    return (
      <div className="rounded-lg border bg-surface">
        <EmptyState
          icon={PlugZap}
          title="No provider matches"
          actions={<Button onClick={onClear}>Show all providers</Button>}
        >
          A server of your own, or a provider that is not listed, can be added with its base URL.
        </EmptyState>
      </div>
    )
  return (
    <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
      {providers.map((provider) => (
        <ProviderCard
          key={provider.id}
          provider={provider}
          menu={provider.custom && may('provider.edit') && <CustomProviderMenu provider={provider.custom} />}
        />
      ))}
    </div>
  )
}

function matches(provider: Listed, { q = '', category }: ProviderFilters): boolean {
  if (category && provider.category !== category) return false
  const { id, name, variables, keyFormats } = provider
  const words = [id, name, ...variables, ...keyFormats.map(({ prefix }) => prefix)]
  return words.some((word) => word.toLowerCase().includes(q.trim().toLowerCase()))
}
