import { setTimeout } from 'node:timers/promises'
import type { Body, KeyCall, ListedKey, MintedKey, MintWish } from '#lib/key-apis/key-api'
import { exchange } from '#lib/outbound/exchange'
import { LIMITS } from '#lib/outbound/limits'
import type { Answer } from '#lib/providers/provider'
import { readError } from '#lib/providers/read-error'
import { runtime } from '#lib/server/runtime'
import type { KeyApiAccess } from './key-api-access.ts'

/** Of one call. A worker that is gone longer than this has no call under way any more. */
export const CALL_MS = 15_000
const CALL_LIMITS = { ...LIMITS, totalMs: CALL_MS, headersMs: 12_000, bodyBytes: 4 * 1024 * 1024 }
const MOST_PAGES = 200
const POLL_MS = 1_000

/** Why a key API did not do what it was asked, in a sentence. */
export interface Trouble {
  /**
   * `refused`: the credential is. `rejected`: the call is. `later`: nothing was done, and the same call may be made again.
   * `unclear`: it may have been done.
   */
  trouble: 'refused' | 'rejected' | 'later' | 'unclear'
  message: string
  retryAfterSeconds?: number
}

/** All keys there. An answer that is not understood is trouble: a list with a hole would prove what is not so. */
export async function listKeys(access: KeyApiAccess): Promise<{ keys: ListedKey[] } | Trouble> {
  const { api, settings } = access
  const keys: ListedKey[] = []
  let cursor: string | null = null
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const asked = await ask(access, api.list(settings, cursor))
    if ('trouble' in asked) return harmless(asked)
    const list = api.readList(asked.body, cursor)
    if (!list) return { trouble: 'later', message: `The list of keys that ${nameOf(access)} gave could not be read.` }
    keys.push(...list.keys)
    if (!list.next || list.next === cursor) return { keys }
    cursor = list.next
  }
  return { trouble: 'later', message: `${nameOf(access)} lists more keys than are read.` }
}

/** What is known of keys of the list. Where that says no more than ids, each is asked about, and one that is gone left out. */
export async function describeKeys(
  access: KeyApiAccess,
  listed: ListedKey[],
): Promise<{ keys: ListedKey[] } | Trouble> {
  const { describe } = access.api
  if (!describe) return { keys: listed }
  const keys: ListedKey[] = []
  for (const { id } of listed) {
    const asked = await ask(access, describe.call(id))
    if ('trouble' in asked && asked.trouble !== 'rejected') return asked
    const key = 'body' in asked ? describe.read(asked.body.json) : null
    if (key) keys.push(key)
  }
  return { keys }
}

/** One new key. Never asked twice: whoever gets `unclear` looks whether it was made. */
export async function mintKey(access: KeyApiAccess, wish: MintWish): Promise<{ minted: MintedKey } | Trouble> {
  const { api, settings } = access
  const until = performance.now() + CALL_MS
  const asked = await ask(access, api.mint(settings, wish))
  if ('trouble' in asked) return asked
  let { body } = asked
  for (let wait = api.stillMinting?.(body); wait; wait = api.stillMinting?.(body)) {
    if (performance.now() > until) return { trouble: 'unclear', message: `${nameOf(access)} is still making the key.` }
    await setTimeout(POLL_MS)
    const polled = await ask(access, wait)
    if ('trouble' in polled) return { ...polled, trouble: 'unclear' }
    body = polled.body
  }
  const minted = api.readMint(body, settings)
  return minted
    ? { minted }
    : { trouble: 'unclear', message: `${nameOf(access)} answered without the new key: it may have been made.` }
}

/** Ends a key; one that is gone already is gone. May be asked again at any time. */
export async function revokeKey(access: KeyApiAccess, id: string): Promise<{ gone: true } | Trouble> {
  return inTurn(access, access.api.revoke(access.settings, id))
}

/** Makes a key refuse, where that can be undone and ending it cannot. */
export async function deactivateKey(access: KeyApiAccess, id: string): Promise<{ gone: true } | Trouble> {
  return inTurn(access, access.api.revoke(access.settings, id).slice(0, 1))
}

async function inTurn(access: KeyApiAccess, calls: KeyCall[]): Promise<{ gone: true } | Trouble> {
  for (const call of calls) {
    const asked = await ask(access, call)
    if ('trouble' in asked && !asked.isMissing) return asked
  }
  return { gone: true }
}

async function ask(access: KeyApiAccess, call: KeyCall): Promise<{ body: Body } | (Trouble & { isMissing?: boolean })> {
  const { api, baseUrl, maker } = access
  let credential: string
  try {
    const signedIn = await signIn(access)
    if (typeof signedIn !== 'string') return signedIn
    credential = signedIn
  } catch {
    return { trouble: 'refused', message: `The credential is not in the form that is asked for: ${api.admin.hint}` }
  }
  return send(access, { ...call, url: `${baseUrl}${call.path}` }, [maker, credential], credential)
}

async function signIn(access: KeyApiAccess): Promise<string | Trouble> {
  const { api, maker, isCustom, baseUrl } = access
  if (!api.signIn) return maker
  const { url, ...call } = api.signIn.call(maker, new Date())
  // A server that stands in for the provider's gives the tokens too.
  const where = isCustom ? `${new URL(baseUrl).origin}${new URL(url).pathname}` : url
  const asked = await send(access, { ...call, url: where }, [maker], null)
  if ('trouble' in asked) return asked.trouble === 'rejected' ? { ...asked, trouble: 'refused' } : harmless(asked)
  const token = api.signIn.read(asked.body.json)
  return token ?? { trouble: 'later', message: `${nameOf(access)} gave no token for the credential.` }
}

/** Of a call that changes nothing: whether or not it was done, it may be made again. */
function harmless(asked: Trouble): Trouble {
  return asked.trouble === 'unclear' ? { ...asked, trouble: 'later' } : asked
}

async function send(
  access: KeyApiAccess,
  call: KeyCall & { url: string },
  secrets: string[],
  credential: string | null,
): Promise<{ body: Body } | (Trouble & { isMissing?: boolean })> {
  const { api, isCustom } = access
  const { method, url, body } = call
  const signed = credential === null ? {} : api.authorize(credential, toSign(method, url, body))
  const { answer, failure } = await exchange(
    {
      method,
      url,
      headers: { accept: 'application/json', ...call.headers, ...signed },
      ...(body === undefined ? {} : { body }),
      target: isCustom ? 'custom' : 'provider',
      secrets: secrets.flatMap((secret) => [secret, ...secret.split(':').filter((part) => part.length >= 16)]),
    },
    runtime().outbound,
    CALL_LIMITS,
  )
  if (!answer) {
    const wasSent = failure?.stage === 'http' && failure.kind !== 'not_sendable'
    return { trouble: wasSent ? 'unclear' : 'later', message: `${nameOf(access)}: ${failure?.message ?? 'no answer.'}` }
  }
  if (answer.status >= 200 && answer.status < 300 && !answer.truncated) return { body: answer }
  return { ...troubleOf(access, answer), isMissing: answer.status === 404 || answer.status === 410 }
}

/** A signature may cover the method and the body; of the methods only these two are ever signed. */
function toSign(method: KeyCall['method'], url: string, body: string | undefined) {
  return { method: method === 'GET' ? ('GET' as const) : ('POST' as const), url, body, at: new Date() }
}

function troubleOf(access: KeyApiAccess, answer: Answer): Trouble {
  const { status, headers } = answer
  const said = readError(answer).message.slice(0, 200)
  const message = `${nameOf(access)} answered with HTTP ${status}${said ? `: ${said}` : '.'}`
  if (status === 401 || status === 403) return { trouble: 'refused', message }
  if (status === 429) {
    const seconds = Number(headers['retry-after'])
    return {
      trouble: 'later',
      message,
      retryAfterSeconds: Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), 3600) : 60,
    }
  }
  if (status >= 500 || status === 408 || status < 400) return { trouble: 'unclear', message }
  return { trouble: 'rejected', message }
}

function nameOf({ api, baseUrl }: KeyApiAccess): string {
  return `The key API of ${api.id} (${new URL(baseUrl).host})`
}
