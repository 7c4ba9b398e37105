import { readFileSync } from 'node:fs'
import path from 'node:path'
import { runClaviger } from '../cli/run-claviger.ts'
import type { Lab } from '../lab/start-lab.ts'
import { type Answer, apiClient } from '../support/api-client.ts'
import type { App } from '../support/app.ts'
import { type BrowserSession, browserSession } from './browser-session.ts'
import type { Flow } from './flow.ts'
import type { Nest } from './nest.ts'
import { plantInDistribution } from './plant-in-distribution.ts'
import { plantInLifecycle } from './plant-in-lifecycle.ts'
import { plantInTestedKeys, plantInTestedValues } from './plant-in-pairings.ts'
import { plantInImports, plantInRefusals, plantInSearches } from './plant-in-refusals.ts'
import { plantInTroubleshooting } from './plant-in-troubleshooting.ts'

/** A wet world: every flow was walked with a canary in hand, and everything that came back was kept. */
export interface Planted {
  answers: [where: string, text: string][]
  browser: BrowserSession
  keyIds: string[]
  backup: string
}

/** Answers that hold a secret by design: reveals, fetches, exports, what OpenClaw and links open, and what makes a token or a link. */
const BY_DESIGN =
  /^(POST \/(keys\/[^/]+\/reveals|tokens|invitations|scoped-keys(\/[^/]+\/rotations)?|openclaw\/resolve|channels|calendar-feeds|export|shares(\/openings)?)|GET \/fetch\/.*)$/

export async function plantCanaries(app: App, lab: Lab, nest: Nest): Promise<Planted> {
  const answers: Planted['answers'] = []
  const keep: Flow['keep'] = (where, { status, text, headers }) => {
    const said = typeof headers === 'string' ? headers : JSON.stringify([...headers])
    answers.push([where, BY_DESIGN.test(where) && status < 300 ? said : `${said}\n${text}`])
  }
  const commands = async (args: string[], input = '', holdsSecret = false) => {
    const run = await runClaviger(args, settingsOf(app), input)
    answers.push([`claviger ${args[0]}`, holdsSecret ? run.stderr : run.stdout + run.stderr])
    return run
  }
  const onAnswer = (where: string, answer: Answer) => keep(where, answer)

  watchFiles(app, nest)
  const email = 'owner@example.test'
  const password = nest.secret('password of the owner')
  await commands(['admin', 'create', '--email', email], password)
  const { stdout } = await commands(['token', 'create', '--user', email, '--name', 'canary'], '', true)
  const token = nest.watch('token of the command line', stdout.trim(), 'clv_pat_')
  const api = apiClient(app.baseUrl, token, onAnswer)
  const place = { project: 'canary', environment: 'development' }
  await api('POST', '/projects', { body: { name: 'Canary', slug: place.project } })
  const flow: Flow = { app, lab, nest, api, place, keep }

  const browser = await signInAndOut(flow, email, password)
  const keyIds = await storeAndChange(flow)
  await plantInRefusals(flow, browser)
  await plantInImports(flow)
  await plantInSearches(flow, keyIds[0] ?? '')
  await people(flow)
  await Promise.all([plantInTestedValues(flow), plantInTestedKeys(flow)])
  await plantInTroubleshooting(flow)
  await plantInDistribution(flow, keyIds[0] ?? '')
  await plantInLifecycle(flow)

  await commands(['admin', 'create', '--email', 'not an email'], nest.secret('password of a refused admin'))
  await commands(['admin', 'reset-password', '--email', 'nobody@example.test'], nest.secret('password of nobody'))
  const recovery = await commands(['recovery-key'], '', true)
  nest.watch('recovery key', recovery.stdout.trim(), 'CLVR-')
  nest.watch('recovery key without dashes', recovery.stdout.trim().replaceAll('-', ''), 'CLVR')
  await commands(['recovery-key', 'confirm'], nest.secret('wrong end of a recovery key'))
  await commands(['recovery-key', 'restore'], nest.secret('wrong recovery key'))
  const backup = path.join(app.dataDir, 'canary.backup')
  await commands(['backup', backup])
  await commands(['audit', 'verify'])
  await commands(['doctor'])
  return { answers, browser, keyIds, backup }
}

const settingsOf = ({ dataDir }: App) => ({ CLAVIGER_DATA_DIR: dataDir, CLAVIGER_DNS_COMPARE: '' })

/** Secrets that the start itself made. */
function watchFiles({ dataDir }: App, nest: Nest): void {
  const masterKey = readFileSync(path.join(dataDir, 'master.key'), 'utf8').trim()
  nest.watch('master key', masterKey)
  nest.watch('master key, its bytes', Buffer.from(masterKey, 'base64').toString('hex'))
  const { passwords } = JSON.parse(readFileSync(path.join(dataDir, 'database.json'), 'utf8'))
  for (const [role, password] of Object.entries(passwords)) nest.watch(`database password of ${role}`, String(password))
}

async function signInAndOut({ app, nest, keep }: Flow, email: string, password: string): Promise<BrowserSession> {
  const stranger = browserSession(app.baseUrl)
  keep('sign-in', await stranger.signIn(email, nest.secret('wrong password')))
  keep('sign-in', await stranger.signIn(nest.secret('password typed as an email'), 'something'))
  keep('sign-in', await stranger.signIn(email, nest.secret('password without end').repeat(400)))
  keep('sign-in page', await stranger.ask('GET', `/sign-in?callbackUrl=${encodeURIComponent(`${app.baseUrl}/keys`)}`))
  const browser = browserSession(app.baseUrl)
  keep('sign-in', await browser.signIn(email, password))
  nest.watch('session cookie', browser.cookie)
  return browser
}

async function storeAndChange({ api, nest, lab, place }: Flow): Promise<string[]> {
  const create = async (name: string, value: string, more = {}) =>
    (
      await api('POST', '/keys', {
        body: { ...place, name, provider: 'openai', value, baseUrl: lab.url('openai'), ...more },
      })
    ).json
  const key = await create('STORED', nest.key('stored value'))
  const guarded = await create('GUARDED', nest.key('value in production'), { environment: 'production' })
  const odd = await create('ODD', nest.secret('value with everything'), { provider: 'openai-compatible' })
  const hidden = await create('HIDDEN', ` "${nest.key('value in quotes')}"\u200b\r\n`)
  await create('STORED', nest.key('value under a taken name'))
  for (const { id } of [key, odd, hidden]) {
    await api('POST', `/keys/${id}/pairings`)
    await api('POST', `/keys/${id}/pairings`, { headers: { accept: 'text/event-stream' } })
    await api('POST', `/keys/${id}/reveals`, { body: {} })
  }
  await api('POST', `/keys/${guarded.id}/reveals`, { body: {} })
  await api('POST', `/keys/${guarded.id}/reveals`, { body: { reason: 'to look', copy: true } })
  await api('POST', `/keys/${key.id}/versions`, { body: { value: nest.key('replacing value'), reason: 'by hand' } })
  await api('PATCH', `/keys/${key.id}`, { body: { tags: ['x'], notes: 'y' } })
  const ids = [key.id, guarded.id, odd.id, hidden.id]
  await api('POST', '/pairings/batches', { body: { ids }, headers: { accept: 'text/event-stream' } })
  await api('DELETE', `/keys/${hidden.id}`)
  await api('POST', `/keys/${hidden.id}/restoration`)
  await api('POST', `/keys/${hidden.id}/revocation`, { body: { reason: 'old' } })
  return ids
}

async function people({ app, api, nest }: Flow): Promise<void> {
  const made = await api('POST', '/tokens', { body: { name: 'short', expiresInDays: 1 } })
  const token = nest.watch('token of the API', made.json.token, 'clv_pat_')
  await api('GET', '/me', { token })
  await api('DELETE', `/tokens/${made.json.id}`)
  await api('GET', '/me', { token })
  await api('GET', `/me?token=${token}`)
  const { json: invited } = await api('POST', '/invitations', { body: { email: 'guest@example.test' } })
  const link = nest.watch('invitation', String(invited.link).split('#')[1] ?? '', 'clv_inv_')
  const acceptance = { token: link, name: 'The guest', password: nest.secret('password of a guest') }
  await api('POST', '/invitations/acceptance', { token: null, body: { ...acceptance, role: 'owner' } })
  await api('POST', '/invitations/acceptance', { token: null, body: acceptance })
  await api('POST', '/invitations/acceptance', { token: null, body: acceptance })
  const member = { email: 'member@example.test', name: 'The member', password: nest.secret('password of a member') }
  await api('POST', '/members', { body: member })
  await api('POST', '/members', { body: member })
  await api('POST', '/members', { body: { ...member, email: nest.secret('password where the email belongs') } })
  const change = { password: nest.secret('new password'), currentPassword: nest.secret('wrong current password') }
  await api('PATCH', '/me', { body: change })
  await browserSession(app.baseUrl).signIn(member.email, member.password)
}
