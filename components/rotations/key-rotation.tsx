import type { Key } from '#lib/keys/schema'
import { AutomationCard } from '@/components/automations/automation-card'
import { RotationList } from './rotation-list.tsx'

/** How a key gets its next value, and how it got those before. */
export function KeyRotation({ item }: { item: Key }) {
  return (
    <div className="flex flex-col gap-4">
      {item.purpose === 'application' && <AutomationCard item={item} />}
      <RotationList keyId={item.id} />
    </div>
  )
}
