'use client'

import { Stethoscope } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { EMPTY_APPLICATION, toApplication } from './application-draft.ts'
import { KeyChoice } from './key-choice.tsx'
import type { StartProps } from './start-props.ts'
import { WhatIsKnown } from './what-is-known.tsx'

/** Choose a stored key and begin. */
export function StartOfKey({ running, refusal, onStart, startKey }: StartProps & { startKey: string | undefined }) {
  const [key, setKey] = useState(startKey)
  const [known, setKnown] = useState(EMPTY_APPLICATION)
  const start = (event: FormEvent) => {
    event.preventDefault()
    const application = toApplication(known)
    if (key) onStart({ key, ...(application && { application }) })
  }
  return (
    <form onSubmit={start} className="flex flex-col gap-4" noValidate>
      {refusal && <Notice tone="fail" title={refusal.message} />}
      <KeyChoice value={key} onChange={setKey} />
      <WhatIsKnown draft={known} onChange={setKnown} errors={refusal?.errors} />
      <Button type="submit" variant="primary" className="self-end" busy={running} disabled={!key}>
        {!running && <Stethoscope aria-hidden />}
        Find the fault
      </Button>
    </form>
  )
}
