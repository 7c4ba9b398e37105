import type { PairingResult } from '#lib/pairing/schema'
import { Card } from '@/components/ui/card'
import { CodeBlock } from '@/components/ui/code-block'

/** Whom to write to, why them, and the message: redacted, ready to send. */
export function PairingContact({ contact }: Pick<PairingResult, 'contact'>) {
  return (
    <Card title="Whom to contact">
      <p className="text-sm">
        <strong className="font-medium">{contact.who}</strong>
        <span className="text-muted"> – {contact.why}</span>
      </p>
      {contact.message && <CodeBlock wrap label="Message, without secrets" code={contact.message} className="mt-3" />}
    </Card>
  )
}
