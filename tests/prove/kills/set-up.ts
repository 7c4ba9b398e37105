import { randomBytes } from 'node:crypto'
import { runClaviger } from '../../cli/run-claviger.ts'
import { type Lab, startLab } from '../../lab/start-lab.ts'
import { apiClient } from '../../support/api-client.ts'
import type { Running } from './installation.ts'
import { Ledger } from './ledger.ts'
import { type Desk, PLACE } from './operations.ts'

/** Tokens outlive the server that made them: a desk is moved to each new start. */
export interface Crew {
  lab: Lab
  ledger: Ledger
  at(baseUrl: string): Desk
}

const AUDITORS = 3

/** An owner, a project, a member whose role changes, and auditors. */
export async function setUp(running: Running): Promise<Crew> {
  const lab = await startLab()
  const ledger = new Ledger()
  const owner = await makeAdmin(running, 'owner@example.test')
  const api = apiClient(running.baseUrl, owner)
  const auditors: string[] = []
  for (let i = 0; i < AUDITORS; i++) auditors.push(await makeAdmin(running, `auditor-${i}@example.test`))
  const { json: project } = await api('POST', '/projects', { body: { name: 'Kills', slug: PLACE.project } })
  const environment = project.environments.find(({ slug }: { slug: string }) => slug === PLACE.environment)
  const body = { email: 'member@example.test', name: 'The member', password: newPassword() }
  const { json: member } = await api('POST', '/members', { body })
  const provider = { baseUrl: lab.url('openai'), issue: () => lab.issue('openai') }
  const at = (baseUrl: string): Desk => ({
    api: apiClient(baseUrl, owner),
    listen: (path, body, onText) => listen(`${baseUrl}/api/v1${path}`, owner, body, onText),
    auditors: auditors.map((token) => apiClient(baseUrl, token)),
    ledger,
    environmentId: environment.id,
    memberId: member.id,
    provider,
  })
  return { lab, ledger, at }
}

async function listen(url: string, token: string, body: unknown, onText: (text: string) => unknown): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, accept: 'text/event-stream', 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) await onText(decoder.decode(chunk, { stream: true }))
}

async function makeAdmin({ settings }: Running, email: string): Promise<string> {
  const made = await runClaviger(['admin', 'create', '--email', email], settings, newPassword())
  const token = await runClaviger(['token', 'create', '--user', email, '--name', 'prove'], settings)
  if (made.code !== 0 || token.code !== 0) throw new Error(`An admin could not be made:\n${made.stderr}${token.stderr}`)
  return token.stdout.trim()
}

const newPassword = () => `pass-${randomBytes(12).toString('hex')}`
