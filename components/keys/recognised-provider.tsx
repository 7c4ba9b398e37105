import { CircleCheck } from 'lucide-react'

interface RecognisedProviderProps {
  /** "OpenAI". */
  provider: string
  /** "project key". */
  kind: string
  masked: string
}

/** What a pasted value looks like, said under the field. */
export function RecognisedProvider({ provider, kind, masked }: RecognisedProviderProps) {
  return (
    <p role="status" className="flex flex-wrap items-center gap-1.5 text-muted text-xs">
      <CircleCheck aria-hidden className="size-3.5 text-ok" />
      Looks like a key of <strong className="font-medium text-ink">{provider}</strong> ({kind}):
      <code className="font-mono">{masked}</code>
    </p>
  )
}
