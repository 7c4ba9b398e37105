'use client'

import { useState } from 'react'
import type { OpenedShare } from '#lib/shares/schema'
import { useLinkToken } from '@/components/account/use-link-token'
import { request } from '@/components/query/request'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { SecretField } from '@/components/ui/secret-field'

type State = { at: 'waiting' | 'opening' } | { at: 'opened'; share: OpenedShare } | { at: 'refused'; why: string }

/** Opens the link when asked to, not when looked at: what previews links does not use it up. */
export function OpenShare() {
  const token = useLinkToken()
  const [state, setState] = useState<State>({ at: 'waiting' })
  const open = async (body: { token: string }) => {
    setState({ at: 'opening' })
    try {
      setState({ at: 'opened', share: await request<OpenedShare>('/shares/openings', { method: 'POST', body }) })
    } catch (error) {
      setState({ at: 'refused', why: (error as Error).message })
    }
  }
  if (token === null)
    return (
      <Notice tone="fail" title="This link is not whole.">
        What stands behind the # is missing. Copy all of it, from https:// to its end.
      </Notice>
    )
  if (state.at === 'opened') return <Opened share={state.share} />
  if (state.at === 'refused') return <Notice tone="fail" title={state.why} />
  return (
    <Button
      variant="primary"
      busy={state.at === 'opening'}
      disabled={!token}
      onClick={() => token && void open({ token })}
    >
      Open it now
    </Button>
  )
}

export function Opened({ share: { name, value } }: { share: OpenedShare }) {
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="warn" title="The link is used up.">
        Put the value where it belongs before you leave this page.
      </Notice>
      <SecretField label={name} masked={`${name} · ${'•'.repeat(12)}`} reveal={() => value} copy={() => value} />
    </div>
  )
}
