import { FileX2 } from 'lucide-react'
import type { ImportResult } from '#lib/imports/schema'
import type { PublicProvider } from '#lib/providers/public-provider'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { Select } from '@/components/ui/select'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { Tone } from '@/components/ui/tone'

type Action = ImportResult['lines'][number]['action']

const ACTIONS: Record<Action, { words: string; tone: Tone }> = {
  add: { words: 'Add', tone: 'ok' },
  change: { words: 'Change', tone: 'info' },
  same: { words: 'Same', tone: 'unknown' },
  skip: { words: 'Skip', tone: 'warn' },
  refuse: { words: 'Refuse', tone: 'fail' },
}

interface ImportPreviewProps {
  result: ImportResult
  providers: PublicProvider[]
  /** Says whose key a line is, where neither its value nor its name does. */
  onChoose: (name: string, provider: string) => void
}

/** Counts, then every line with what would happen to it. Never a value. */
export function ImportPreview({ result, providers, onChoose }: ImportPreviewProps) {
  const names = Object.fromEntries(providers.map(({ id, name }) => [id, name]))
  if (result.lines.length === 0) {
    return (
      <EmptyState icon={FileX2} title="No line with a name and a value">
        A .env holds lines such as NAME=value; JSON and YAML hold names with values. Comments and empty lines are passed
        over.
      </EmptyState>
    )
  }
  return (
    <section aria-label="Preview" className="overflow-hidden rounded-lg border bg-surface">
      <p className="flex flex-wrap gap-2 border-b px-4 py-3">
        {(Object.keys(ACTIONS) as Action[]).map((action) => (
          <Badge key={action} tone={ACTIONS[action].tone}>
            {ACTIONS[action].words} {result.counts[action]}
          </Badge>
        ))}
      </p>
      <div className="max-h-[70dvh] overflow-auto">
        <Table label="Lines">
          <thead>
            <tr>
              <Th>Line</Th>
              <Th>Name</Th>
              <Th>Provider</Th>
              <Th>What happens</Th>
            </tr>
          </thead>
          <tbody>
            {result.lines.map((line) => (
              <Tr key={`${line.line} ${line.name} ${line.action}`}>
                <Td className="text-muted">{line.line}</Td>
                <Td className="max-w-60 font-mono text-xs wrap-anywhere">{line.name ?? '–'}</Td>
                <Td>
                  {line.provider ? (
                    (names[line.provider] ?? line.provider)
                  ) : line.action === 'refuse' && line.name ? (
                    <Select
                      aria-label={`Provider of ${line.name}`}
                      placeholder="Choose"
                      onValueChange={(provider) => onChoose(line.name ?? '', provider)}
                      options={providers.map(({ id, name }) => ({ value: id, label: name }))}
                    />
                  ) : (
                    '–'
                  )}
                </Td>
                <Td>
                  <Badge tone={ACTIONS[line.action].tone}>{ACTIONS[line.action].words}</Badge>
                  {line.reason && <span className="mt-0.5 block text-muted text-xs">{line.reason}</span>}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </div>
    </section>
  )
}
