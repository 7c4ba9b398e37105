import { Link2 } from 'lucide-react'
import Link from 'next/link'
import type { Key } from '#lib/keys/schema'
import type { PublicProvider } from '#lib/providers/public-provider'
import { useMay } from '@/components/access/me'
import { RelativeTime } from '@/components/time/relative-time'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { type Definition, DefinitionList } from '@/components/ui/definition-list'
import { Notice } from '@/components/ui/notice'
import { SecretField } from '@/components/ui/secret-field'
import { RotationDue } from './rotation-due.tsx'
import { ScheduledTest } from './scheduled-test.tsx'

interface KeySummaryProps {
  item: Key
  provider: PublicProvider | undefined
  reveal: (asCopy: boolean) => Promise<string>
}

/** The value, masked, and what is known about it. */
export function KeySummary({ item, provider, reveal }: KeySummaryProps) {
  const may = useMay()
  const mayReveal = may('key.reveal', item.environmentId)
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <Card>
        <SecretField
          label={`Value of ${item.name}`}
          masked={item.masked}
          {...(mayReveal ? { reveal: () => reveal(false), copy: () => reveal(true) } : {})}
        />
        <DefinitionList className="mt-4 grid-cols-[minmax(0,max-content)_1fr]" items={valueFacts(item, provider)} />
        {item.sameValue.length > 0 && <SameValue item={item} />}
      </Card>
      <Card>
        <DefinitionList className="grid-cols-[minmax(0,max-content)_1fr]" items={careFacts(item)} />
      </Card>
    </div>
  )
}

function valueFacts(item: Key, provider: PublicProvider | undefined): Definition[] {
  return [
    { term: 'Version', detail: item.version },
    { term: 'Fingerprint', detail: item.fingerprint, mono: true },
    { term: 'Base URL', detail: item.baseUrl ?? provider?.baseUrl ?? '–', mono: true },
    {
      term: 'Provider’s console',
      detail: provider?.dashboard ? (
        <a href={provider.dashboard} target="_blank" rel="noreferrer" className="underline underline-offset-2">
          {new URL(provider.dashboard).host}
        </a>
      ) : (
        '–'
      ),
    },
    { term: 'Stored', detail: <RelativeTime at={item.createdAt} /> },
  ]
}

function careFacts(item: Key): Definition[] {
  return [
    { term: 'Last used', detail: <RelativeTime at={item.lastUsedAt} /> },
    { term: 'Expires', detail: <RelativeTime at={item.expiresAt} /> },
    { term: 'Rotation due', detail: <RotationDue rotation={item.rotation} /> },
    { term: 'Scheduled test', detail: <ScheduledTest item={item} /> },
    { term: 'Owner', detail: item.owner ? `${item.owner.name} · ${item.owner.email}` : 'Nobody' },
    { term: 'Permissions needed', detail: chips(item.permissions.declared) },
    { term: 'Permissions seen', detail: chips(item.permissions.observed) },
    { term: 'Tags', detail: chips(item.tags) },
    ...(item.notes ? [{ term: 'Notes', detail: <span className="whitespace-pre-wrap">{item.notes}</span> }] : []),
  ]
}

function chips(words: string[]) {
  if (words.length === 0) return '–'
  return (
    <span className="flex flex-wrap gap-1">
      {words.map((word) => (
        <Chip key={word}>{word}</Chip>
      ))}
    </span>
  )
}

function SameValue({ item }: { item: Key }) {
  return (
    <Notice
      className="mt-4"
      tone="warn"
      title={
        item.sameValue.length === 1
          ? 'Another key holds the same value'
          : `${item.sameValue.length} other keys hold the same value`
      }
    >
      <p>Whoever may read one reads all of them, and rotating one leaves the others behind.</p>
      <ul className="mt-1.5 flex flex-col gap-1">
        {item.sameValue.map((other) => (
          <li key={other.id}>
            <Link
              href={`/keys/${other.id}`}
              className="inline-flex items-center gap-1.5 text-ink underline underline-offset-2"
            >
              <Link2 aria-hidden className="size-3.5" />
              {other.project} · {other.environment} · <span className="font-mono text-xs">{other.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
