import { ScrollText } from 'lucide-react'
import { PageHeader } from '@/components/layout/page-header'
import { EmptyState } from '@/components/ui/empty-state'

/** For somebody who sees no environment yet, and so no event. */
export function NoAudit() {
  return (
    <>
      <PageHeader title="Audit" />
      <div className="rounded-lg border bg-surface">
        <EmptyState icon={ScrollText} title="There is nothing for you to read yet">
          The log shows what happens in your environments. Ask an owner or admin for a role in one.
        </EmptyState>
      </div>
    </>
  )
}
