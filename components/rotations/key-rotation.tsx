'use client'

import type { Key } from '#lib/keys/schema'
import { useMay } from '@/components/access/me'
import { AutomationCard } from '@/components/automations/automation-card'
import { PolicyCard } from '@/components/rotation-policies/policy-card'
import { RotationList } from './rotation-list.tsx'

/** How a key gets its next value, when, and how it got those before. */
export function KeyRotation({ item }: { item: Key }) {
  const may = useMay()
  return (
    <div className="flex flex-col gap-4">
      <PolicyCard keyId={item.id} name={item.name} mayChange={may('rotation_policy.set', item.environmentId)} />
      {item.purpose === 'application' && <AutomationCard item={item} />}
      <RotationList keyId={item.id} />
    </div>
  )
}
