'use client'

import type { NewShare } from '#lib/shares/schema'
import { RelativeTime } from '@/components/time/relative-time'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Notice } from '@/components/ui/notice'

/** A link in the only moment in which it can be copied. */
export function MadeLink({ made, onDone }: { made: NewShare; onDone: () => void }) {
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="warn" title="It can be copied now, and opens once.">
        Send it by another way than you say what it is for. It ends <RelativeTime at={made.expiresAt} />.
      </Notice>
      <div className="flex justify-end gap-2">
        <CopyButton source={made.url} label="Copy link" variant="primary" size="md" />
        <Button onClick={onDone}>Done</Button>
      </div>
    </div>
  )
}
