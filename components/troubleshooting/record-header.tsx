'use client'

import { KeyRound, Link2, PlugZap, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Troubleshooting } from '#lib/troubleshooting/schema'
import { useMay } from '@/components/access/me'
import { EnvironmentChip } from '@/components/keys/environment-chip'
import { PageHeader } from '@/components/layout/page-header'
import { ConfirmChange } from '@/components/query/confirm-change'
import { RelativeTime } from '@/components/time/relative-time'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { IconButton } from '@/components/ui/icon-button'
import { deleteTroubleshooting } from './queries.ts'

interface RecordHeaderProps {
  record: Troubleshooting
  provider: string
  mayEdit: boolean
  testing: boolean
  onTest: () => void
}

/** What the search is about, by whom, and what can be done with the whole of it. */
export function RecordHeader({ record, provider, mayEdit, testing, onTest }: RecordHeaderProps) {
  const { key, baseUrl, startedAt, madeBy } = record
  const may = useMay()
  const router = useRouter()
  const [isDeleting, setIsDeleting] = useState(false)
  return (
    <>
      <PageHeader
        trail={[{ label: 'Troubleshoot', href: '/troubleshoot' }]}
        title={key ? <span className="font-mono">{key.name}</span> : `A pasted value of ${provider}`}
        marks={key && <EnvironmentChip name={key.environment} protected={key.protected} />}
        description={
          <>
            {key ? `${provider}, in ${key.project}` : 'Tested and not kept; only you see this'}
            {baseUrl && <span className="font-mono text-xs wrap-anywhere"> · {baseUrl}</span>} · begun by {madeBy.name},{' '}
            <RelativeTime at={startedAt} />
          </>
        }
        actions={
          <>
            {may('troubleshooting.delete', key?.environmentId) && (
              <IconButton icon={Trash2} label="Delete this record" onClick={() => setIsDeleting(true)} />
            )}
            {key && (
              <Button asChild>
                <Link href={`/keys/${key.id}`}>
                  <KeyRound aria-hidden />
                  Open key
                </Link>
              </Button>
            )}
            <CopyButton size="md" icon={Link2} label="Copy link" source={() => window.location.href} />
            {mayEdit && (
              <Button variant="primary" aria-keyshortcuts="t" busy={testing} onClick={onTest}>
                {!testing && <PlugZap aria-hidden />}
                Test again
              </Button>
            )}
          </>
        }
      />
      {isDeleting && (
        <ConfirmChange
          danger
          title="Delete this record?"
          action="Delete record"
          run={async () => {
            await deleteTroubleshooting(record.id)
            router.replace('/troubleshoot')
          }}
          done="Deleted the record"
          onClose={() => setIsDeleting(false)}
        >
          Its steps, answers and readings of logs go for good. The key and its kept tests stay.
        </ConfirmChange>
      )}
    </>
  )
}
