'use client'

import { FileUp, Grid3x3, List, Plus } from 'lucide-react'
import Link from 'next/link'
import { useMay } from '@/components/access/me'
import { PageHeader } from '@/components/layout/page-header'
import { Button } from '@/components/ui/button'
import { SegmentedControl } from '@/components/ui/segmented-control'
import type { KeysView } from './use-key-filters.ts'

interface KeysHeaderProps {
  /** Slug of the one that is looked at. */
  project?: string
  view: KeysView
  onView: (view: KeysView) => void
}

export function KeysHeader({ project, view, onView }: KeysHeaderProps) {
  const may = useMay()
  const where = project ? `?${new URLSearchParams({ project })}` : ''
  return (
    <PageHeader
      title="Keys"
      actions={
        <>
          <SegmentedControl
            label="View"
            value={view}
            onValueChange={onView}
            options={[
              { value: 'list', label: 'List', icon: List },
              { value: 'matrix', label: 'Matrix', icon: Grid3x3 },
            ]}
          />
          {may('key.import') && (
            <Button asChild>
              <Link href={`/keys/import${where}`}>
                <FileUp aria-hidden />
                Import
              </Link>
            </Button>
          )}
          {may('key.create') && (
            <Button asChild variant="primary">
              <Link href={`/keys/new${where}`}>
                <Plus aria-hidden />
                Add key
              </Link>
            </Button>
          )}
        </>
      }
    />
  )
}
