'use client'

import Link from 'next/link'
import { useMay } from '@/components/access/me'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { type Place, placeId } from './places.ts'

interface PlaceFieldProps {
  places: Place[]
  value: string | undefined
  onChange: (place: string) => void
}

/** Where keys are stored; and where there is nowhere, how to come by a place. */
export function PlaceField({ places, value, onChange }: PlaceFieldProps) {
  const may = useMay()
  if (places.length === 0) {
    return may('project.create') ? (
      <Notice tone="info" title="There is no project to store it in yet.">
        <Link href="/projects/new" className="text-ink underline underline-offset-2">
          Make a project
        </Link>{' '}
        first. A test needs none.
      </Notice>
    ) : (
      <Notice tone="info" title="You may add keys in no environment.">
        A manager of the project can give you that role. A test needs none.
      </Notice>
    )
  }
  return (
    <Field label="Environment">
      {(control) => (
        <Select
          {...control}
          value={value ?? ''}
          onValueChange={onChange}
          options={places.map((place) => ({
            value: placeId(place),
            label: place.environmentName,
            detail: place.projectName,
          }))}
        />
      )}
    </Field>
  )
}
