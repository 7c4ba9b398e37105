'use client'

import { FileText, Plus, Tag } from 'lucide-react'
import { Badge } from './badge.tsx'
import { Button } from './button.tsx'
import { Card } from './card.tsx'
import { Chip } from './chip.tsx'
import { CodeBlock } from './code-block.tsx'
import { DataTable } from './data-table.tsx'
import { dataColumns } from './data-table-features.ts'
import { DefinitionList } from './definition-list.tsx'
import { EmptyState } from './empty-state.tsx'
import { ErrorState } from './error-state.tsx'
import type { Examples } from './examples.ts'
import { Notice } from './notice.tsx'
import { Pagination } from './pagination.tsx'
import { Progress } from './progress.tsx'
import { Skeleton } from './skeleton.tsx'
import { Table, Td, Th, Tr } from './table.tsx'
import { Tabs } from './tabs.tsx'
import { TONES } from './tone.ts'

const words = { ok: 'Delivered', warn: 'Delayed', fail: 'Failed', info: 'Sending', unknown: 'Unknown' }
const row = 'flex flex-wrap items-center gap-2'

export const stateExamples: Examples = {
  title: 'States',
  states: {
    badges: (
      <div className={row}>
        {TONES.map((tone) => (
          <Badge key={tone} tone={tone}>
            {words[tone]}
          </Badge>
        ))}
      </div>
    ),
    quiet: (
      <div className={row}>
        {TONES.map((tone) => (
          <Badge key={tone} tone={tone} look="quiet">
            {words[tone]}
          </Badge>
        ))}
      </div>
    ),
    chips: (
      <div className={row}>
        <Chip>weekly</Chip>
        <Chip icon={Tag}>finance</Chip>
        <Chip onRemove={() => undefined} removeLabel="Remove filter: weekly">
          weekly
        </Chip>
      </div>
    ),
    notices: (
      <div className="flex flex-col gap-2">
        {TONES.map((tone) => (
          <Notice
            key={tone}
            tone={tone}
            title={`${words[tone]}: weekly-report`}
            action={<Button size="sm">Look</Button>}
          >
            What happened, what was kept, and what to do.
          </Notice>
        ))}
      </div>
    ),
    empty: (
      <Card flush>
        <EmptyState
          icon={FileText}
          title="No reports yet"
          actions={
            <Button variant="primary">
              <Plus aria-hidden />
              Create report
            </Button>
          }
        >
          A report gathers what happened in a week and sends it to those who may read it.
        </EmptyState>
      </Card>
    ),
    error: (
      <Card flush>
        <ErrorState title="The reports could not be read" onRetry={() => undefined} reference="request 01JD…7Q">
          Nothing was changed. Try again in a moment.
        </ErrorState>
      </Card>
    ),
    loading: (
      <Card title="Reports">
        <div aria-busy="true" role="status" aria-label="Loading" className="flex flex-col gap-3">
          <Skeleton className="w-1/2" />
          <Skeleton />
          <Skeleton className="w-2/3" />
        </div>
      </Card>
    ),
    progress: <Progress label="Sending reports" done={37} total={120} />,
  },
}

interface Report {
  id: string
  name: string
  size: number
}
const reports: Report[] = Array.from({ length: 12 }, (_, index) => ({
  id: `r${index}`,
  name: `report-${index + 1}`,
  size: ((index * 37) % 11) + 1,
}))
const column = dataColumns<Report>()
const columns = column.columns([
  column.accessor('name', { header: 'Name', sortFn: 'text' }),
  column.accessor('size', { header: 'Pages', sortFn: 'basic', meta: { align: 'right' } }),
])

export const dataExamples: Examples = {
  title: 'Data',
  states: {
    table: (
      <Card flush title="Reports" description="Sent on Monday" actions={<Button size="sm">Export</Button>}>
        <Table label="Reports">
          <thead>
            <tr>
              <Th>Name</Th>
              <Th>State</Th>
              <Th>Sent</Th>
            </tr>
          </thead>
          <tbody>
            <Tr>
              <Td>weekly-report</Td>
              <Td>
                <Badge look="quiet" tone="ok">
                  Delivered
                </Badge>
              </Td>
              <Td>20 Nov 2026</Td>
            </Tr>
            <Tr>
              <Td>monthly-report</Td>
              <Td>
                <Badge look="quiet" tone="fail">
                  Failed
                </Badge>
              </Td>
              <Td>1 Nov 2026</Td>
            </Tr>
          </tbody>
        </Table>
      </Card>
    ),
    'data table': (
      <Card flush>
        <DataTable
          label="Reports"
          rows={reports}
          columns={columns}
          rowId={(report) => report.id}
          className="max-h-70"
        />
      </Card>
    ),
    pagination: <Pagination summary="51–100 of 1,204 reports" onPrevious={() => undefined} onNext={() => undefined} />,
    tabs: (
      <Tabs
        label="Report"
        tabs={[
          { value: 'summary', label: 'Summary', content: <p>What the report holds.</p> },
          { value: 'runs', label: 'Runs', count: 12, content: <p>When it ran.</p> },
        ]}
      />
    ),
    code: (
      <CodeBlock
        label="Shell"
        code={'curl -sS https://reports.example.com/v1/weekly \\\n  -H "Accept: application/json"'}
      />
    ),
    definitions: (
      <DefinitionList
        items={[
          { term: 'Name', detail: 'weekly-report' },
          { term: 'Fingerprint', detail: 'b7c1 09e4 55d2', mono: true },
          { term: 'Readers', detail: '4 people' },
        ]}
      />
    ),
  },
}
