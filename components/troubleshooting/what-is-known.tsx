import type { ApplicationDraft } from './application-draft.ts'
import { ApplicationFields } from './application-fields.tsx'
import { errorsUnder } from './errors-under.ts'

interface WhatIsKnownProps {
  draft: ApplicationDraft
  onChange: (draft: ApplicationDraft) => void
  errors: { path: string; message: string }[] | undefined
}

/** The application's settings, folded away: they can be told in its step as well. */
export function WhatIsKnown({ draft, onChange, errors = [] }: WhatIsKnownProps) {
  return (
    <details className="rounded-md border px-3 py-2">
      <summary className="cursor-pointer select-none font-medium text-sm">
        The application <span className="font-normal text-faint">(optional)</span>
      </summary>
      <div className="mt-4 pb-2">
        <ApplicationFields draft={draft} onChange={onChange} errors={errorsUnder('application', errors)} />
      </div>
    </details>
  )
}
