'use client'

import { ScanText, X } from 'lucide-react'
import { type DragEvent, useState } from 'react'
import { formatBytes } from '#lib/format/format-bytes'
import type { TroubleshootingAction } from '#lib/troubleshooting/schema'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { FileButton } from '@/components/ui/file-button'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { Textarea } from '@/components/ui/textarea'
import { ActionBlock } from './action-block.tsx'
import { type UploadNow, useLogUpload } from './use-log-upload.ts'

/** Paste, drop or choose the application's log. What was pasted stays until it has been read. */
export function GiveLog({ record, action }: { record: string; action: TroubleshootingAction }) {
  const [text, setText] = useState('')
  const [isOver, setIsOver] = useState(false)
  const { now, send, cancel } = useLogUpload(record, () => setText(''))
  const isBusy = now.at === 'sending'
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setIsOver(true)
  }
  const drop = (event: DragEvent) => {
    setIsOver(false)
    const [file] = event.dataTransfer.files
    if (!file) return
    event.preventDefault()
    if (!isBusy) void send(file, file.name)
  }
  return (
    <ActionBlock action={action}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way of three; the other two take the keyboard. */}
      <div
        onDragOver={over}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
        className={cn(
          'flex flex-col gap-2.5 rounded-lg border border-dashed border-line-strong p-3',
          isOver && 'border-ink bg-hover',
        )}
      >
        <Textarea
          mono
          rows={5}
          aria-label="Log"
          placeholder="Paste lines here, or drop a file"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {now.at === 'failed' && <Notice tone="fail" title={now.message} />}
        {now.at === 'sending' ? (
          <Sending now={now} onCancel={cancel} />
        ) : (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <FileButton label="Choose a file" onFile={(file) => void send(file, file.name)} />
            <Button
              size="sm"
              variant="primary"
              disabled={!text.trim()}
              onClick={() => void send(new Blob([text]), 'The pasted text')}
            >
              <ScanText aria-hidden />
              Read this log
            </Button>
          </div>
        )}
      </div>
    </ActionBlock>
  )
}

function Sending({ now, onCancel }: { now: Extract<UploadNow, { at: 'sending' }>; onCancel: () => void }) {
  const { name, sent, total } = now
  return (
    <div className="flex items-end gap-3">
      <div className="min-w-0 flex-1">
        <Progress
          label={sent < total ? `Sending ${name}` : `Reading ${name}`}
          done={sent}
          total={total}
          format={formatBytes}
        />
      </div>
      <Button size="sm" onClick={onCancel}>
        <X aria-hidden />
        Cancel
      </Button>
    </div>
  )
}
