import { eventually } from '../support/eventually.ts'
import type { Flow } from './flow.ts'

/** Automation, policies, warnings, channels and calendars: credentials that make keys, and addresses that are secrets. */
export async function plantInLifecycle({ api, lab, nest, place }: Flow): Promise<void> {
  const account = lab.keyApi('openai')
  const { value } = account.ledger.mint('made by hand', { kind: 'serviceAccount' })
  nest.watch('value that a key API made', value, 'sk-svcacct-')
  nest.watch('credential that makes keys', account.credential, 'sk-admin-')
  const about = { ...place, provider: 'openai', baseUrl: lab.url('openai') }
  const { json: key } = await api('POST', '/keys', { body: { ...about, name: 'AUTOMATED', value } })
  const store = async (name: string, secret: string) =>
    (await api('POST', '/keys', { body: { ...about, name, value: secret, purpose: 'rotation' } })).json.id as string
  const settings = account.api.settings
  const put = (maker: string, more = {}) =>
    api('PUT', `/keys/${key.id}/automation`, { body: { maker, settings, baseUrl: account.url, ...more } })
  await put(await store('WRONG_MAKER', nest.key('wrong credential that makes keys')))
  await put(nest.secret('credential in the place of its id'))
  const maker = await store('MAKER', account.credential)
  await api('POST', `/keys/${maker}/reveals`, { body: {} })
  await put(maker, { settings: { projectId: nest.secret('value as a setting') } })
  await put(maker)
  account.fail('mint', 'lost')
  const { json: rotation } = await api('POST', `/keys/${key.id}/rotations`, { body: { overlapHours: 0 } })
  await eventually(async () => {
    const { json } = await api('GET', `/rotations/${rotation.id}`)
    if (json.state !== 'completed') throw new Error(`${json.state}: ${json.problem}`)
  }, 90_000)
  for (const { value: made } of account.ledger.live()) nest.watch('value that the rotation made', made, 'sk-svcacct-')
  await api('GET', `/keys/${key.id}/automation`)
  await api('POST', `/keys/${key.id}/automation/comparisons`, { body: {} })
  await api('GET', `/keys/${key.id}/exposure`)
  await api('PUT', `/rotation-policies/key/${key.id}`, {
    body: { everyDays: 5, backupEmail: nest.secret('value as an address') },
  })
  await api('PUT', `/rotation-policies/key/${key.id}`, { body: { everyDays: 5 } })
  await api('GET', '/rotations')
  await api('GET', '/rotation-calendar')
  await api('POST', '/bulk-changes', {
    body: { kind: 'rotate', ids: [key.id, nest.secret('value as the id of a key')] },
  })
  await api('GET', '/bulk-changes')

  const url = (secret: string) => `http://127.0.0.1:9/services/${secret.replace(/[^\w-]/g, '')}`
  for (const kind of ['slack', 'teams', 'webhook'] as const) {
    const secret = nest.secret(`address of ${kind}`)
    nest.watch(`address of ${kind}, as it was given`, secret.replace(/[^\w-]/g, ''))
    const { json } = await api('POST', '/channels', { body: { kind, name: kind, url: url(secret), level: 'info' } })
    if (json.secret) nest.watch('secret of a webhook', json.secret, 'whsec_')
    await api('POST', `/channels/${json.id}/tests`, { body: {} })
    await api('PATCH', `/channels/${json.id}`, { body: { level: 'warn' } })
  }
  await api('POST', '/channels', {
    body: { kind: 'pagerduty', name: 'pager', routingKey: nest.secret('routing key'), url: url('x') },
  })
  await api('POST', '/channels', {
    body: { kind: 'slack', name: nest.secret('value as the name of a channel'), url: 7 },
  })
  await api('GET', '/channels')
  const { json: feed } = await api('POST', '/calendar-feeds', { body: {} })
  const secret = new URL(feed.url).pathname.split('/').at(-1) ?? ''
  nest.watch('address of a calendar', secret, 'clv_cal_')
  await api('GET', '/calendar-feeds')
  for (const path of ['/warnings', '/warnings/preview', '/inbox', '/warning-rules']) await api('GET', path)
}
