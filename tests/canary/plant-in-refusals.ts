import type { BrowserSession } from './browser-session.ts'
import type { Flow } from './flow.ts'

/** Everything that is refused, with a canary wherever somebody might repeat it. */
export async function plantInRefusals({ app, api, nest, place, keep }: Flow, browser: BrowserSession): Promise<void> {
  const body = (value: unknown, more = {}) => ({ ...place, name: 'REFUSED', provider: 'openai', value, ...more })
  const secret = (name: string) => nest.key(`refused: ${name}`)
  await api('POST', '/keys', { body: body('x', { key: secret('unknown field') }) })
  await api('POST', '/keys', { body: body('x', { name: secret('value for a name') }) })
  await api('POST', '/keys', { body: body({ [secret('name in a value')]: secret('value in a value') }) })
  await api('POST', '/keys', { body: body(secret('unknown provider'), { provider: 'nobody' }) })
  await api('POST', '/keys', { body: body('x', { name: nest.secret('value where the name belongs') }) })
  await api('POST', '/keys', { body: body('x', { project: secret('project') }) })
  await api('POST', '/keys', { body: body('x', { baseUrl: `ftp://user:${secret('password in an address')}@x` }) })
  await api('POST', '/keys', { body: body('x', { expiresAt: secret('time') }) })
  await api('POST', '/keys', { text: `{"value":"${secret('broken JSON')}` })
  await api('POST', '/keys', { text: `{"value":${secret('JSON without quotes')}}` })
  await api('POST', '/keys', { body: body(`${secret('oversized')}${'x'.repeat(300 * 1024)}`) })
  await api('POST', '/keys', { text: secret('media type'), headers: { 'content-type': 'text/plain' } })
  await api('POST', '/keys', { token: null, body: body(secret('nobody')) })
  await api('POST', '/keys', { token: nest.secret('no token at all').replace(/[^\w]/g, ''), body: body('x') })
  await api('GET', '/keys', { token: `clv_pat_${nest.secret('token that never was').replace(/[^\w]/g, '')}` })
  const headers = {
    'sec-fetch-site': 'cross-site',
    origin: 'https://elsewhere.example',
    'content-type': 'application/json',
  }
  keep(
    'cross-site',
    await browser.ask('POST', '/api/v1/keys', { body: JSON.stringify(body(secret('cross-site'))), headers }),
  )
  await api('POST', '/setup', {
    token: null,
    body: {
      token: secret('set-up link'),
      email: 'a@example.test',
      name: 'A',
      password: nest.secret('set-up password'),
    },
  })
  keep('method', await browser.ask('PROPFIND', `/${secret('path of another method')}`))
  keep(
    'raw',
    await browser.ask('GET', '/keys/key_x', {
      headers: { host: 'x', 'x-api-key': secret('header'), referer: `${app.baseUrl}/?${secret('referrer')}` },
    }),
  )
}

/** A `.env` with secrets in every place but the right one, and in that too. */
export async function plantInImports({ api, nest, lab, place }: Flow): Promise<void> {
  const text = [
    `OPENAI_IMPORTED=${nest.key('imported')}`,
    `STORED=${nest.key('changed by import')}`,
    nest.key('imported: a line of its own'),
    `${nest.key('imported: where a name belongs')}=x`,
    `export ${nest.key('imported: export without a value')}`,
    `X="${nest.key('imported: a quote that stays open')}`,
  ].join('\n')
  const body = { ...place, format: 'dotenv', text }
  await api('POST', '/import', { body: { ...body, dryRun: true } })
  await api('POST', '/import', { body: { ...body, dryRun: false } })
  await api('POST', '/import', {
    body: { ...body, dryRun: false, providers: { X: nest.key('imported: as a provider') } },
  })
  await api('POST', '/import', { body: { ...body, format: lab.issue('openai') } })
}

/** What people search for is what they have in the clipboard. */
export async function plantInSearches({ api, nest }: Flow, id: string): Promise<void> {
  const typed = (name: string) => encodeURIComponent(nest.secret(`searched: ${name}`))
  for (const path of [
    '/keys?q',
    '/audit?q',
    '/audit?actor',
    '/members?q',
    '/keys?project',
    '/keys?environment',
    '/keys?provider',
  ])
    await api('GET', `${path}=${typed(path)}`)
  for (const path of ['/keys?status', '/keys?sort', '/keys?cursor', '/keys?limit', '/audit?from', '/audit?action'])
    await api('GET', `${path}=${typed(path)}`)
  await api('GET', `/keys?value=${typed('unknown filter')}`)
  await api('GET', `/keys/${typed('id')}`)
  await api('GET', `/pairings/${typed('id of a result')}`)
  await api('GET', `/${typed('path')}`)
  for (const path of ['', '/versions', '/timeline', '/usage', '/pairings']) await api('GET', `/keys/${id}${path}`)
  for (const path of [
    '/keys',
    '/keys?deleted=true',
    '/overview',
    '/audit?limit=200',
    '/audit/export?format=csv',
    '/audit/export',
    '/audit/verify',
    '/members',
    '/tokens',
    '/sessions',
    '/me',
    '/installation',
    '/projects',
    '/invitations',
    '/providers',
  ])
    await api('GET', path)
}
