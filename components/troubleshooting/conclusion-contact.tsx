import type { Troubleshooting } from '#lib/troubleshooting/schema'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { MessageText } from './message-text.tsx'

/** Whom to write to, why them, and the message, ready to send. */
export function ConclusionContact({ contact }: { contact: Troubleshooting['conclusion']['contact'] }) {
  const { who, why, message } = contact
  return (
    <Card title="Whom to contact" actions={<CopyButton source={message} label="Copy message" />}>
      <p className="text-sm">
        <strong className="font-medium">{who}</strong>
        <span className="text-muted"> – {why}</span>
      </p>
      <details className="mt-2">
        <summary className="w-fit select-none rounded-sm text-muted text-sm hover:text-ink">Read the message</summary>
        <MessageText message={message} className="mt-2" />
      </details>
    </Card>
  )
}
