'use client'

import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import type { RequestFormat } from '#lib/request-exports/schema'
import type { TroubleshootingAction } from '#lib/troubleshooting/schema'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { Tabs } from '@/components/ui/tabs'
import { ActionBlock } from './action-block.tsx'
import { requestFileQuery } from './queries.ts'

const FORMATS: Record<RequestFormat, { label: string; hint: string }> = {
  curl: { label: 'cURL', hint: 'Run it in the application’s own shell, where the variable holds the value.' },
  httpie: { label: 'HTTPie', hint: 'Run it in the application’s own shell, where the variable holds the value.' },
  postman: { label: 'Postman', hint: 'Import it as a collection, and set its variable to the value.' },
  insomnia: { label: 'Insomnia', hint: 'Import it, and set the variable of its environment to the value.' },
}
const ORDER = Object.keys(FORMATS) as RequestFormat[]

/** The same request for a tool of one's own; a variable stands for the value. */
export function RequestFiles({ record, action }: { record: string; action: TroubleshootingAction }) {
  const { command: _, ...words } = action
  return (
    <ActionBlock action={words}>
      <Tabs
        label="Tools"
        tabs={ORDER.map((format) => ({
          value: format,
          label: FORMATS[format].label,
          content: <RequestFile record={record} format={format} />,
        }))}
      />
    </ActionBlock>
  )
}

function RequestFile({ record, format }: { record: string; format: RequestFormat }) {
  const { data, error } = useQuery(requestFileQuery(record, format))
  const { label, hint } = FORMATS[format]
  if (error) return <Notice tone="fail" title={error.message} />
  return (
    <div className="flex flex-col gap-2.5">
      {data === undefined ? (
        <Skeleton className="h-32 w-full rounded-lg" />
      ) : (
        <CodeBlock label={label} code={data} className="[&_section]:max-h-80 [&_section]:overflow-y-auto" />
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button asChild size="sm">
          <a href={`/api/v1/troubleshooting/${record}/requests?format=${format}`} download>
            <Download aria-hidden />
            Download
          </a>
        </Button>
        <span className="text-muted text-xs">{hint}</span>
      </div>
    </div>
  )
}
