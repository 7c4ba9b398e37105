import type { RequestListener } from 'node:http'
import type { Keyring } from '../create-keyring.ts'
import { logRequest, type RequestLog } from '../log-request.ts'
import { requestUrl } from '../request-url.ts'
import type { Answer, Call, Json } from '../scenario.ts'
import { readBody } from '../serve-host.ts'
import { writeAnswer } from '../write-answer.ts'
import { keyApis } from './all.ts'
import type { KeyApiRoute, LabKeyApi, Operation } from './key-api.ts'
import { createLedger } from './ledger.ts'

/**
 * `lost`: it is done, and the connection is cut. `cut`: it is not done, and the connection is cut. `lostBehind503`: it is
 * done, and the answer is 503. `outage`: 503, nothing is done. `double`: done twice, answered once. `refused`, `limited`.
 */
export type KeyApiFault = 'lost' | 'cut' | 'lostBehind503' | 'outage' | 'double' | 'refused' | 'limited'

interface Gate {
  operation: Operation
  side: 'before' | 'after'
  left: number
  waiting: Set<() => void>
  reached: () => void
}

/** One account at one provider's key API, and what a test does to it. */
function createAccount(api: LabKeyApi, keyring: Keyring) {
  const ledger = createLedger(keyring, api.provider, api.idOf)
  const faults: { operation: Operation; fault: KeyApiFault; left: number }[] = []
  const gates: Gate[] = []
  let credential = api.makeCredential()
  const counts = new Map<Operation, number>()
  return {
    api,
    ledger,
    get credential() {
      return credential
    },
    /** The credential that was given out is refused from now on; returns the one that is not. */
    replaceCredential(): string {
      credential = api.makeCredential()
      return credential
    },
    setCredential(earlier: string): void {
      credential = earlier
    },
    fail(operation: Operation, fault: KeyApiFault, times = 1): void {
      faults.push({ operation, fault, left: times })
    },
    takeFault(operation: Operation): KeyApiFault | undefined {
      const found = faults.find((each) => each.operation === operation && each.left > 0)
      if (found) found.left -= 1
      return found?.fault
    },
    /** Calls of this kind stop before or after they take effect, until they are let go: the next one, or so many. */
    hold(operation: Operation, side: Gate['side'], times = 1) {
      const gate: Gate = { operation, side, left: times, waiting: new Set(), reached: () => {} }
      const reached = new Promise<void>((done) => {
        gate.reached = done
      })
      gates.push(gate)
      return {
        /** One has come. */
        reached,
        waiting: () => gate.waiting.size,
        /** Lets those go that wait now. */
        pass: () => {
          for (const go of gate.waiting) go()
          gate.waiting.clear()
        },
        /** Those too that would come. */
        release() {
          gate.left = 0
          this.pass()
        },
      }
    },
    async pass(operation: Operation, side: Gate['side']): Promise<void> {
      const gate = gates.find((each) => each.operation === operation && each.side === side && each.left > 0)
      if (!gate) return
      gate.left -= 1
      await new Promise<void>((go) => {
        gate.waiting.add(go)
        gate.reached()
      })
    },
    count(operation: Operation): void {
      counts.set(operation, (counts.get(operation) ?? 0) + 1)
    },
    counted: (operation: Operation): number => counts.get(operation) ?? 0,
  }
}
export type KeyApiAccount = ReturnType<typeof createAccount>

/** Hosts where tokens are given, for those that want one first. */
const SIGN_IN_PATHS = /^\/(oauth\/)?token$/

export function createKeyApis(keyring: Keyring, log: RequestLog) {
  const accounts = new Map(keyApis.map((api) => [api.id, createAccount(api, keyring)]))

  /** Answers the calls of a host's key API, and leaves the others to the provider itself. */
  function before(host: string, otherwise: RequestListener | undefined): RequestListener {
    const here = [...accounts.values()].filter(({ api }) => api.host === host)
    return async (request, response) => {
      const { pathname, searchParams: query } = requestUrl(request)
      const match = here.find(({ api }) => findRoute(api, request.method ?? 'GET', pathname, undefined))
      if (!match) {
        await Promise.all(here.map((account) => account.pass('test', 'before')))
        return otherwise ? otherwise(request, response) : response.writeHead(404).end()
      }
      const body = await readBody(request).catch(() => undefined)
      if (body === undefined) return response.destroy()
      logRequest(log, host, request, body)
      const call: Call = { method: request.method ?? 'GET', path: pathname, query, headers: request.headers, body }
      const answer = await answerKeyApi(match, call)
      if (answer) writeAnswer(response, answer)
      else request.socket.destroy()
    }
  }

  return {
    accounts,
    before,
    hosts: [...new Set(keyApis.map(({ host }) => host))],
  }
}

/** Undefined: the connection is cut instead of an answer. */
async function answerKeyApi(account: KeyApiAccount, call: Call): Promise<Answer | undefined> {
  const { api, ledger } = account
  const fields = readFields(call)
  const asked = { call, fields, parts: [] as string[], ledger }
  const found = findRoute(api, call.method, call.path, asked)
  if (!found) return { status: 400, body: { message: 'No such call' } }
  const { route, parts } = found
  const { operation } = route
  if (operation !== 'signIn' && !api.carries(call, account.credential)) return api.refused
  account.count(operation)
  const fault = account.takeFault(operation)
  if (fault === 'refused') return api.refused
  if (fault === 'limited')
    return { status: 429, headers: { 'retry-after': '1' }, body: { message: 'Too many requests' } }
  if (fault === 'outage') return { status: 503, body: { message: 'Unavailable' } }
  if (fault === 'cut') return undefined
  await account.pass(operation, 'before')
  const answer = route.answer({ ...asked, parts })
  if (fault === 'double') route.answer({ ...asked, parts })
  await account.pass(operation, 'after')
  if (fault === 'lost') return undefined
  return fault === 'lostBehind503' ? { status: 503, body: { message: 'Unavailable' } } : answer
}

function findRoute(
  api: LabKeyApi,
  method: string,
  path: string,
  asked: Parameters<KeyApiRoute['answer']>[0] | undefined,
): { route: KeyApiRoute; parts: string[] } | undefined {
  const below = path.startsWith(api.basePath) ? path.slice(api.basePath.length) : null
  for (const route of api.routes) {
    const where = route.operation === 'signIn' && SIGN_IN_PATHS.test(path) ? path : below
    const match = route.method === method && where !== null ? route.path.exec(where) : null
    if (match && (!asked || !route.when || route.when(asked))) return { route, parts: match.slice(1) }
  }
  return undefined
}

function readFields({ headers, body }: Call): Record<string, Json> {
  if (!body) return {}
  if ((headers['content-type'] ?? '').includes('x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(body))
  try {
    return JSON.parse(body) as Record<string, Json>
  } catch {
    return {}
  }
}
