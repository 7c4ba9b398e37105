import type { PairingResult } from '#lib/pairing/schema'
import { Card } from '@/components/ui/card'
import { withCode } from '@/components/ui/with-code'

/** The reasoning from the evidence to the verdict. */
export function PairingCause({ cause }: Pick<PairingResult, 'cause'>) {
  return (
    <Card title="Why we think so">
      <p className="max-w-prose whitespace-pre-line text-sm">{withCode(cause)}</p>
    </Card>
  )
}
