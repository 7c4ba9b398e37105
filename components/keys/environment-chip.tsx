import { Lock } from 'lucide-react'
import { Chip } from '@/components/ui/chip'

interface EnvironmentChipProps {
  name: string
  /** Production, as a rule: marked by a lock and a border, not by colour. */
  protected: boolean
}

export function EnvironmentChip({ name, protected: guarded }: EnvironmentChipProps) {
  if (!guarded) return <Chip>{name}</Chip>
  return (
    <Chip icon={Lock} className="border-control bg-surface font-medium text-ink">
      {name}
      <span className="sr-only">, protected</span>
    </Chip>
  )
}
