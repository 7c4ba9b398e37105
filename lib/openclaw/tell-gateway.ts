import { exchange } from '#lib/outbound/exchange'
import { LIMITS } from '#lib/outbound/limits'
import type { OutboundPolicy } from '#lib/outbound/policy'
import { SECRET_PROVIDER } from './write-plan.ts'

/** What the resolver is told and does not read: a change of it makes OpenClaw resolve anew. */
export const REVISION_VARIABLE = 'CLAVIGER_REVISION'
/** A gateway answers with its whole configuration, in which secrets are struck out. */
const GATEWAY_LIMITS = { ...LIMITS, totalMs: 30_000, headersMs: 20_000, bodyBytes: 4 * 1024 * 1024 }
const PATH = '/api/v1/admin/rpc'

interface Told {
  url: string
  token: string
  /** Other than the last one. */
  revision: string
}

/**
 * Has a gateway resolve its references anew, through OpenClaw's plugin admin-http-rpc: `secrets.reload` is not among its
 * methods, a changed configuration has the same effect. Null where it took it, else why not, in a sentence. Source:
 * docs/plugins/admin-http-rpc.md of openclaw 2026.9.6.
 */
export async function tellGateway({ url, token, revision }: Told, policy: OutboundPolicy): Promise<string | null> {
  const call = async (
    method: string,
    params: object,
  ): Promise<{ problem: string } | { payload: Record<string, unknown> }> => {
    const { answer, failure } = await exchange(
      {
        method: 'POST',
        url: new URL(PATH, url).href,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ method, params }),
        target: 'custom',
        secrets: [token],
      },
      policy,
      GATEWAY_LIMITS,
    )
    if (!answer) return { problem: failure?.message ?? 'The gateway gave no answer.' }
    const { ok, payload, error } = (answer.json ?? {}) as Reply
    if (ok === true) return { payload: payload ?? {} }
    return { problem: explain(answer.status, error) }
  }
  const got = await call('config.get', {})
  if ('problem' in got) return got.problem
  if (typeof got.payload.hash !== 'string')
    return 'The gateway told no hash of its configuration. Is it an OpenClaw of another version?'
  const raw = JSON.stringify({
    secrets: { providers: { [SECRET_PROVIDER]: { env: { [REVISION_VARIABLE]: revision } } } },
  })
  const patched = await call('config.patch', { raw, baseHash: got.payload.hash })
  return 'problem' in patched ? patched.problem : null
}

interface Reply {
  ok?: unknown
  payload?: Record<string, unknown>
  error?: { code?: unknown; message?: unknown }
}

function explain(status: number, error: Reply['error']): string {
  if (status === 401 || status === 403)
    return 'The gateway refuses the token. Connect it anew with the one of gateway.auth.'
  if (status === 404) return 'The gateway has no admin RPC. Turn its plugin on: openclaw plugins enable admin-http-rpc'
  const said = typeof error?.message === 'string' ? `: ${error.message.slice(0, 200)}` : ''
  return `The gateway answered with HTTP ${status}${said}.`
}
