import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createFeed } from '#lib/calendar-feeds/create-feed'
import { endFeed } from '#lib/calendar-feeds/end-feed'
import { createChannel } from '#lib/channels/create-channel'
import { editChannel } from '#lib/channels/edit-channel'
import { listChannels } from '#lib/channels/list-channels'
import { testChannel } from '#lib/channels/test-channel'
import { sendDeliveries } from '#lib/deliveries/send-deliveries'
import { sendTestMail } from '#lib/deliveries/send-test-mail'
import { createKey } from '#lib/keys/create-key'
import { editKey } from '#lib/keys/edit-key'
import { setSettings } from '#lib/notification-settings/set-settings'
import { removePolicy } from '#lib/rotation-policies/remove-policy'
import { setPolicy } from '#lib/rotation-policies/set-policy'
import { listInbox } from '#lib/warnings/list-inbox'
import { listWarnings } from '#lib/warnings/list-warnings'
import { previewWarnings } from '#lib/warnings/preview-warnings'
import { readInbox } from '#lib/warnings/read-inbox'
import { scanWarnings } from '#lib/warnings/scan-warnings'
import { setRule } from '#lib/warnings/set-rule'
import { snoozeWarning } from '#lib/warnings/snooze-warning'
import { takeWarning } from '#lib/warnings/take-warning'
import { callRoute } from '../support/call-route.ts'
import { randomKey } from '../support/random-key.ts'
import { freshWorld, type World, type WorldMember, type WorldProject } from '../support/world.ts'

const DAY_MS = 86_400_000
interface Received {
  path: string
  body: string
  headers: Record<string, string>
}

let world: World
let project: WorldProject
let admin: WorldMember
let owner: WorldMember
let backup: WorldMember
let manager: WorldMember
let outsider: WorldMember
let web: Server
let mail: SMTPServer
let base: string
let received: Received[] = []
let mails: { to: string[]; text: string }[] = []
/** What the receiver answers. */
let answers = 200
let mailWorks = true
let count = 0

beforeAll(async () => {
  web = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    received.push({ path: request.url ?? '', body, headers: request.headers as Record<string, string> })
    response.writeHead(answers).end('ok')
  })
  await new Promise<void>((done) => web.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(web.address() as AddressInfo).port}`
  mail = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      done(mailWorks ? null : Object.assign(new Error('Later'), { responseCode: 451 })),
    onData(stream, session, done) {
      let text = ''
      stream.on('data', (chunk) => {
        text += String(chunk)
      })
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), text })
        done()
      })
    },
  })
  await new Promise<void>((done) => mail.listen(0, '127.0.0.1', done))
  const smtpPort = (mail.server.address() as AddressInfo).port
  world = await freshWorld({
    CLAVIGER_OUTBOUND_ALLOW: '127.0.0.1',
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    CLAVIGER_MAIL_FROM: 'Claviger <claviger@example.test>',
  })
  project = await world.project()
  admin = await world.member('owner')
  owner = await world.member('member', { [project.development]: 'developer' })
  backup = await world.member('member', { [project.development]: 'viewer' })
  manager = await world.member('member', { [project.development]: 'manager' })
  outsider = await world.member('member')
})
afterAll(async () => {
  await world.close()
  web.closeAllConnections()
  web.close()
  await new Promise<void>((done) => mail.close(() => done()))
})
beforeEach(async () => {
  await world.db.warning.deleteMany()
  await world.db.channel.deleteMany()
  await world.db.warningRule.deleteMany()
  await world.db.notificationSettings.deleteMany()
  await world.db.key.deleteMany()
  received = []
  mails = []
  answers = 200
  mailWorks = true
})

async function store(more: object = {}) {
  count += 1
  const place = { project: project.slug, environment: 'development', provider: 'openai' }
  return createKey(admin.ctx, {
    ...place,
    name: `WARNED_${count}`,
    value: randomKey(),
    ownerEmail: owner.email,
    ...more,
  })
}
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()
const send = () => sendDeliveries(new AbortController().signal)
const inboxOf = async (member: WorldMember) =>
  (await listInbox(member.ctx, { limit: 100 })).items.map(({ warning }) => warning.title)
const mailedTo = () => mails.map(({ to }) => to[0]).sort()

describe('a warning', () => {
  it('reaches the owner in the inbox and by mail, once at each lead time', async () => {
    const { name, id } = await store({ expiresAt: inDays(20) })
    const start = new Date()
    await scanWarnings(start)
    await scanWarnings(new Date(start.getTime() + 60_000))
    expect(await inboxOf(owner)).toEqual([`${name} expires within 30 days`])
    await send()
    await send()
    expect(mailedTo()).toEqual([owner.email])
    expect(mails[0]?.text).toContain(`${name} expires within 30 days`)
    await scanWarnings(new Date(start.getTime() + 7 * DAY_MS))
    await scanWarnings(new Date(start.getTime() + 14 * DAY_MS))
    await scanWarnings(new Date(start.getTime() + 19.5 * DAY_MS))
    await scanWarnings(new Date(start.getTime() + 21 * DAY_MS))
    expect(await inboxOf(owner)).toHaveLength(5)
    expect((await inboxOf(owner))[0]).toBe(`${name} has expired`)
    expect(await world.db.warning.count({ where: { keyId: id } })).toBe(1)
  })

  it('is over once it holds no more: what was not sent is not sent', async () => {
    const { id } = await store({ expiresAt: inDays(5) })
    mailWorks = false
    await scanWarnings()
    await editKey(admin.ctx, id, { expiresAt: inDays(300) })
    await scanWarnings()
    mailWorks = true
    await send()
    expect(mails).toEqual([])
    expect((await listWarnings(owner.ctx, { state: 'open', limit: 50 })).items).toEqual([])
    expect((await listWarnings(owner.ctx, { state: 'resolved', limit: 50 })).items).toHaveLength(1)
  })

  it('goes from the owner to the backup, the managers and the admins, a day each, until somebody takes it', async () => {
    const { id } = await store({ expiresAt: inDays(5) })
    await setPolicy(admin.ctx, 'key', id, { backupEmail: backup.email })
    const start = Date.now()
    const reached = async (days: number) => {
      await scanWarnings(new Date(start + days * DAY_MS))
      return Promise.all([owner, backup, manager, admin].map(async (each) => (await inboxOf(each)).length))
    }
    expect(await reached(0)).toEqual([1, 0, 0, 0])
    expect(await reached(1.01)).toEqual([1, 1, 0, 0])
    expect(await reached(2.02)).toEqual([1, 1, 1, 0])
    const [warning] = (await listWarnings(manager.ctx, { state: 'open', limit: 10 })).items
    expect(warning).toMatchObject({ step: 'managers', takenBy: null })
    await takeWarning(manager.ctx, warning?.id ?? '')
    expect(await reached(3.03)).toEqual([1, 1, 1, 0])
    // Closer: told anew, from the first on.
    expect(await reached(4.5)).toEqual([2, 1, 1, 0])
  })

  it('reaches whoever owns the keys of an environment that have no owner', async () => {
    await setPolicy(admin.ctx, 'environment', project.development, { ownerEmail: backup.email })
    const { name } = await store({ expiresAt: inDays(5), ownerEmail: null })
    await scanWarnings()
    await removePolicy(admin.ctx, 'environment', project.development)
    expect(await inboxOf(backup)).toEqual([`${name} expires within 7 days`])
  })

  it('never waits for an owner who has left: the next ones are told', async () => {
    const { name } = await store({ expiresAt: inDays(5) })
    await world.db.member.update({ where: { id: owner.id }, data: { disabledAt: new Date() } })
    await scanWarnings()
    await world.db.member.update({ where: { id: owner.id }, data: { disabledAt: null } })
    expect(await inboxOf(owner)).toEqual([])
    expect(await inboxOf(manager)).toEqual([`${name} expires within 7 days`])
  })

  it('tells nobody of a key that they do not see, whoever owns it', async () => {
    await store({ expiresAt: inDays(5), ownerEmail: outsider.email })
    await scanWarnings()
    expect(await inboxOf(outsider)).toEqual([])
    expect(await inboxOf(manager)).toHaveLength(1)
    expect((await listWarnings(outsider.ctx, { state: 'open', limit: 50 })).items).toEqual([])
  })

  it('sleeps for a reason and until a day, and is told anew then', async () => {
    await store({ expiresAt: inDays(25) })
    const start = Date.now()
    await scanWarnings(new Date(start))
    const [warning] = (await listWarnings(owner.ctx, { state: 'open', limit: 10 })).items
    await expect(snoozeWarning(backup.ctx, warning?.id ?? '', { until: inDays(2), reason: 'x' })).rejects.toThrow(
      /role/,
    )
    await snoozeWarning(owner.ctx, warning?.id ?? '', {
      until: inDays(2),
      reason: 'The provider migrates us on Thursday.',
    })
    await scanWarnings(new Date(start + DAY_MS))
    expect(await inboxOf(owner)).toHaveLength(1)
    expect((await listWarnings(owner.ctx, { state: 'snoozed', limit: 10 })).items[0]?.snooze?.reason).toMatch(
      /Thursday/,
    )
    await scanWarnings(new Date(start + 2.1 * DAY_MS))
    expect(await inboxOf(owner)).toHaveLength(2)
  })

  it('is read by whoever read it, and counted until then', async () => {
    await store({ expiresAt: inDays(5) })
    await scanWarnings()
    expect((await listInbox(owner.ctx, { limit: 10 })).unread).toBe(1)
    expect(await readInbox(owner.ctx, undefined)).toEqual({ read: 1 })
    expect((await listInbox(owner.ctx, { limit: 10 })).unread).toBe(0)
  })

  it('comes of each rule, and of none that is off', async () => {
    const first = await store({ rotateEveryDays: 5 })
    const same = randomKey()
    await store({ value: same })
    await store({ value: same, environment: 'staging' })
    await world.db.keyState.update({
      where: { keyId: first.id },
      data: { lastVerdict: 'key_revoked', lastPairingAt: new Date() },
    })
    const old = await store()
    const long = new Date(Date.now() - 100 * DAY_MS)
    await world.db.key.update({ where: { id: old.id }, data: { createdAt: long, versionCreatedAt: long } })
    await scanWarnings()
    const kinds = async () =>
      (await listWarnings(admin.ctx, { state: 'open', limit: 50 })).items.map(({ kind }) => kind).sort()
    expect(await kinds()).toEqual(['pairing_failing', 'rotation_due', 'same_value', 'same_value', 'unused'])
    await setRule(admin.ctx, 'unused', { isOn: false })
    await setRule(admin.ctx, 'same_value', { isOn: false })
    await scanWarnings()
    expect(await kinds()).toEqual(['pairing_failing', 'rotation_due'])
    await expect(setRule(manager.ctx, 'unused', { isOn: true })).rejects.toThrow(/role/)
  })
})

describe('a channel', () => {
  it('of each kind is told in its own words, and that it is over', async () => {
    const make = (kind: 'slack' | 'teams' | 'webhook') =>
      createChannel(admin.ctx, { kind, name: kind, url: `${base}/${kind}`, level: 'info' })
    await make('slack')
    await make('teams')
    const webhook = await make('webhook')
    await createChannel(admin.ctx, {
      kind: 'pagerduty',
      name: 'The pager',
      routingKey: 'r'.repeat(32),
      url: `${base}/pagerduty`,
      level: 'info',
    })
    const { id, name } = await store({ expiresAt: inDays(5) })
    await scanWarnings()
    await send()
    const of = (kind: string) => received.filter(({ path }) => path === `/${kind}`).map(({ body }) => JSON.parse(body))
    expect(JSON.stringify(of('slack'))).toContain(`${name} expires within 7 days`)
    expect(of('teams')[0].attachments[0].content.type).toBe('AdaptiveCard')
    expect(of('pagerduty')[0]).toMatchObject({
      event_action: 'trigger',
      routing_key: 'r'.repeat(32),
      payload: { severity: 'warning' },
    })
    const [call] = received.filter(({ path }) => path === '/webhook')
    const verified = new Webhook(webhook.secret ?? '').verify(call?.body ?? '', call?.headers ?? {}) as { type: string }
    expect(verified.type).toBe('warning.raised')
    await editKey(admin.ctx, id, { expiresAt: null })
    await scanWarnings()
    await send()
    expect(of('pagerduty')[1]).toMatchObject({ event_action: 'resolve', dedup_key: of('pagerduty')[0].dedup_key })
    expect(of('webhook').map(({ type }) => type)).toEqual(['warning.raised', 'warning.resolved'])
  })

  it('that is down for two days loses nothing, gets nothing twice, and no storm when it is back', async () => {
    const slack = await createChannel(admin.ctx, { kind: 'slack', name: 'Slack', url: `${base}/slack`, level: 'info' })
    answers = 503
    for (let key = 0; key < 5; key += 1) await store({ expiresAt: inDays(25) })
    await scanWarnings()
    const again = async () => {
      await world.db.warningDelivery.updateMany({ where: { state: 'waiting' }, data: { nextAt: new Date(0) } })
      await send()
    }
    for (let attempt = 0; attempt < 4; attempt += 1) await again()
    const [down] = await listChannels(admin.ctx)
    expect(down).toMatchObject({ problem: 'It answered with HTTP 503.', waiting: 5 })
    await world.db.warningDelivery.updateMany({ data: { createdAt: new Date(Date.now() - 2 * DAY_MS) } })
    answers = 200
    received = []
    await again()
    await again()
    expect(received).toHaveLength(1)
    expect(JSON.parse(received[0]?.body ?? '{}').text).toBe('5 warnings')
    expect(await world.db.warningDelivery.count({ where: { channelId: slack.id, state: 'sent' } })).toBe(5)
    expect((await listChannels(admin.ctx))[0]).toMatchObject({ problem: null, waiting: 0 })
  })

  it('that was told hears that it is over, whatever it takes by now; one that was not hears nothing', async () => {
    const make = (name: string) =>
      createChannel(admin.ctx, { kind: 'webhook', name, url: `${base}/${name}`, level: 'info' })
    const told = await make('told')
    const { id } = await store({ expiresAt: inDays(5) })
    await scanWarnings()
    await send()
    await make('late')
    await editChannel(admin.ctx, told.id, { level: 'fail' })
    await editKey(admin.ctx, id, { expiresAt: null })
    await scanWarnings()
    await send()
    expect(received.map(({ path, body }) => `${path} ${JSON.parse(body).type}`)).toEqual([
      '/told warning.raised',
      '/told warning.resolved',
    ])
  })

  it('that is turned off gets nothing that waited for it', async () => {
    const channel = await createChannel(admin.ctx, {
      kind: 'slack',
      name: 'Slack',
      url: `${base}/slack`,
      level: 'info',
    })
    answers = 503
    await store({ expiresAt: inDays(5) })
    await scanWarnings()
    await send()
    expect(await editChannel(admin.ctx, channel.id, { level: 'warn' })).toMatchObject({ waiting: 1 })
    expect(await editChannel(admin.ctx, channel.id, { isOn: false })).toMatchObject({ waiting: 0 })
    await world.db.warningDelivery.updateMany({ data: { nextAt: new Date(0) } })
    received = []
    await send()
    expect(received).toEqual([])
  })

  it('that says it is gone is turned off', async () => {
    await createChannel(admin.ctx, { kind: 'webhook', name: 'Old', url: `${base}/old`, level: 'info' })
    answers = 410
    await store({ expiresAt: inDays(5) })
    await scanWarnings()
    await send()
    expect((await listChannels(admin.ctx))[0]).toMatchObject({ isOn: false, problem: 'It answered with HTTP 410.' })
  })

  it('takes a test, says why not, gets what is grave enough, and shows no address', async () => {
    const made = await createChannel(admin.ctx, {
      kind: 'slack',
      name: 'Slack',
      url: `${base}/services/T0/SECRET-PART`,
      level: 'fail',
    })
    expect(JSON.stringify([made, await listChannels(admin.ctx)])).not.toContain('SECRET-PART')
    await testChannel(admin.ctx, made.id)
    expect(received).toHaveLength(1)
    answers = 404
    await expect(testChannel(admin.ctx, made.id)).rejects.toThrow(/HTTP 404/)
    await store({ expiresAt: inDays(25) })
    await scanWarnings()
    expect(await world.db.warningDelivery.count({ where: { channelId: made.id } })).toBe(0)
    await editChannel(admin.ctx, made.id, { level: 'info', isOn: false })
    await store({ expiresAt: inDays(25) })
    await scanWarnings()
    expect(await world.db.warningDelivery.count({ where: { channelId: made.id } })).toBe(0)
    const events = await world.events()
    expect(JSON.stringify(events.map(({ body }) => body))).not.toContain('SECRET-PART')
  })
})

describe('mail', () => {
  it('that is wanted once a day is one mail, at that hour; what fails does not wait for it', async () => {
    await setSettings(owner.ctx, { email: 'digest', digestHour: 9, timeZone: 'Europe/Berlin' })
    await store({ expiresAt: inDays(25) })
    await store({ expiresAt: inDays(26) })
    await scanWarnings()
    await send()
    expect(mails).toEqual([])
    const waiting = await world.db.warningDelivery.findMany({ where: { way: 'email' } })
    expect(
      waiting.map(({ nextAt }) =>
        new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', hour: 'numeric', hourCycle: 'h23' }).format(
          nextAt,
        ),
      ),
    ).toEqual(['09', '09'])
    await world.db.warningDelivery.updateMany({ where: { state: 'waiting' }, data: { nextAt: new Date(0) } })
    await send()
    expect(mails).toHaveLength(1)
    expect(mails[0]?.text).toContain('2 warnings about your keys')
    await store({ expiresAt: inDays(0.5) })
    await scanWarnings()
    await send()
    expect(mails).toHaveLength(2)
  })

  it('that nobody wants is not sent, and the inbox has it all the same', async () => {
    await setSettings(owner.ctx, { email: 'off' })
    await store({ expiresAt: inDays(0.5) })
    await scanWarnings()
    await send()
    expect(mails).toEqual([])
    expect(await inboxOf(owner)).toHaveLength(1)
  })

  it('can be tried, and says why it does not arrive', async () => {
    await sendTestMail(owner.ctx)
    expect(mailedTo()).toEqual([owner.email])
    expect(mails[0]?.text).toContain('This is a test')
    mailWorks = false
    await expect(sendTestMail(owner.ctx)).rejects.toThrow(/did not take it: it answered with 451/)
  })

  it('waits where the server does not take it, and says why', async () => {
    mailWorks = false
    await store({ expiresAt: inDays(5) })
    await scanWarnings()
    await send()
    const [delivery] = await world.db.warningDelivery.findMany({ where: { way: 'email' } })
    expect(delivery).toMatchObject({ state: 'waiting', problem: expect.stringContaining('451') })
    mailWorks = true
    await world.db.warningDelivery.updateMany({ where: { state: 'waiting' }, data: { nextAt: new Date(0) } })
    await send()
    expect(mailedTo()).toEqual([owner.email])
  })
})

describe('the preview', () => {
  it('says who will be told of what, and when', async () => {
    const { id, name } = await store({ expiresAt: inDays(10) })
    await setPolicy(admin.ctx, 'key', id, { backupEmail: backup.email, leadDays: [7, 2] })
    await createChannel(admin.ctx, { kind: 'slack', name: 'Slack', url: `${base}/slack` })
    const [item] = (await previewWarnings(owner.ctx)).items
    expect(item).toMatchObject({ kind: 'expires', key: { name }, channels: ['Slack'] })
    expect(item?.at.map((at) => Math.round((Date.parse(at) - Date.now()) / DAY_MS))).toEqual([3, 8, 10])
    expect(item?.told.map(({ step }) => step)).toEqual(['owner', 'backup', 'managers', 'admins'])
    expect((await previewWarnings(outsider.ctx)).items).toEqual([])
  })
})

describe('a calendar', () => {
  it('reads what its maker sees from an address, until that is ended', async () => {
    const { name } = await store({ expiresAt: inDays(10), rotateEveryDays: 90 })
    const feed = await createFeed(owner.ctx)
    const path = new URL(feed.url).pathname.replace('/api/v1', '')
    const answer = await callRoute('GET', path)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    const text = await answer.text()
    expect(text).toContain('BEGIN:VCALENDAR')
    expect(text).toContain(`SUMMARY:${name} expires`)
    expect(text).toContain(`SUMMARY:Rotate ${name}`)
    const ofOutsider = await createFeed(outsider.ctx)
    const other = await callRoute('GET', new URL(ofOutsider.url).pathname.replace('/api/v1', ''))
    expect(await other.text()).not.toContain(name)
    expect((await callRoute('GET', '/calendar/clv_cal_nothing')).status).toBe(404)
    await endFeed(owner.ctx, feed.id)
    expect((await callRoute('GET', path)).status).toBe(404)
  })
})

describe('many at once', () => {
  it('5,000 warnings are raised and delivered once each, whoever looks and sends at the same time', async () => {
    const { Client } = await import('pg')
    const client = new Client({ connectionString: world.adminUrl })
    await client.connect()
    await client.query(
      `INSERT INTO keys (id, project_id, environment_id, name, provider, masked, fingerprint, owner_id, expires_at, updated_at)
       SELECT 'key_many' || n, $1, $2, 'MANY_' || n, 'openai', '', 'f' || n, $3, now() + interval '5 days', now() FROM generate_series(1, 5000) n`,
      [project.id, project.development, owner.id],
    )
    await client.end()
    await createChannel(admin.ctx, { kind: 'webhook', name: 'Webhook', url: `${base}/webhook`, level: 'info' })
    await setSettings(owner.ctx, { email: 'off' })
    await Promise.all([scanWarnings(), scanWarnings()])
    await Promise.all([send(), send(), send(), send()])
    const ids = received.map(({ headers }) => headers['webhook-id'])
    expect(ids).toHaveLength(5000)
    expect(new Set(ids).size).toBe(5000)
    expect(await world.db.warningDelivery.count({ where: { way: 'inbox', memberId: owner.id } })).toBe(5000)
  }, 120_000)
})
