'use client'

import { copyForms, fetchCommand } from '#lib/format/copy-forms'
import type { NewScopedKey } from '#lib/scoped-keys/schema'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { CopyButton } from '@/components/ui/copy-button'
import { Notice } from '@/components/ui/notice'

const VARIABLE = 'CLAVIGER_TOKEN'

/** A new secret in the only moment in which it can be copied. It is never shown: there is nothing to read over a shoulder. */
export function ScopedSecret({ made, origin, onDone }: { made: NewScopedKey; origin: string; onDone: () => void }) {
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="warn" title="It can be copied now, and never again.">
        Claviger keeps only a fingerprint of it. It ends in {made.tail}.
      </Notice>
      <section aria-label="Copy for">
        <h3 className="mb-2 font-medium text-sm">Copy for…</h3>
        <div className="flex flex-wrap gap-2">
          {copyForms({ name: VARIABLE, secret: made.secret }).map(({ id, label, text }, index) => (
            <CopyButton key={id} source={text} label={label} variant={index === 0 ? 'primary' : 'secondary'} />
          ))}
        </div>
      </section>
      <section aria-label="Use it">
        <h3 className="mb-2 font-medium text-sm">Then fetch the values</h3>
        <CodeBlock label="Command" code={fetchCommand(origin, made.project, made.environment, VARIABLE)} />
      </section>
      <div className="flex justify-end">
        <Button onClick={onDone}>Done</Button>
      </div>
    </div>
  )
}
