import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Lab, startLab } from '../lab/start-lab.ts'
import { apiClient } from '../support/api-client.ts'
import { type App, startApp } from '../support/app.ts'
import { dumpTables, openBackup, readFiles } from './collection.ts'
import { makeNest, type Nest } from './nest.ts'
import { type Planted, plantCanaries } from './plant-canaries.ts'
import { formsOf, type Hit, partsOf, searchFor } from './search-for.ts'

const PAGES = [
  '/',
  '/keys',
  '/keys/new',
  '/keys/import',
  '/audit',
  '/audit?action=key.reveal',
  '/members',
  '/scoped-keys',
  '/openclaw',
  '/settings',
  '/providers',
  '/projects/new',
]

describe('secrets planted in every flow', () => {
  let lab: Lab
  let app: App
  let nest: Nest
  let planted: Planted
  let search: (haystack: Buffer | string) => Hit[]

  beforeAll(async () => {
    lab = await startLab()
    app = await startApp()
    nest = makeNest(lab)
    planted = await plantCanaries(app, lab, nest)
    search = searchFor(nest.canaries)
  })
  afterAll(async () => {
    await app?.stop()
    await lab?.stop()
  })

  /** One line for each canary that stands there, with what stands before it. */
  function leaksIn(where: string, haystack: Buffer | string): string[] {
    const hits = search(haystack).filter(({ canary }, at, all) => all.findIndex((one) => one.canary === canary) === at)
    return hits.map(
      ({ canary, form, before }) => `${where}: ${canary} (${form}) after ${JSON.stringify(before.slice(-100))}`,
    )
  }

  it('were planted: by the hundred, and walked through', () => {
    expect(nest.canaries.length).toBeGreaterThan(250)
    expect(planted.answers.length).toBeGreaterThan(300)
    const verdicts = planted.answers.flatMap(([, text]) =>
      [...text.matchAll(/"verdict":"(\w+)"/g)].map(([, word]) => word),
    )
    expect(verdicts.length).toBeGreaterThan(230)
    expect(new Set(verdicts).size).toBeGreaterThan(20)
  })

  it('stand in no answer of the API, of sign-in and of the commands', () => {
    expect(planted.answers.flatMap(([where, text]) => leaksIn(where, text))).toEqual([])
  })

  it('stand in no page and in nothing that a page is made from', async () => {
    const pages = [...PAGES, ...planted.keyIds.map((id) => `/keys/${id}`)]
    const leaks: string[] = []
    let all = ''
    for (const page of pages) {
      for (const headers of [{}, { rsc: '1' }] as Record<string, string>[]) {
        const first = await planted.browser.ask('GET', page, { headers })
        // What a page is made from stands at an address that Next adds a hash to.
        const place = first.status === 307 ? new URL(first.location, app.baseUrl) : undefined
        const answer = place ? await planted.browser.ask('GET', `${place.pathname}${place.search}`, { headers }) : first
        if (answer.status !== 200) leaks.push(`${page} answers ${answer.status}`)
        all += answer.text
        leaks.push(...leaksIn(page, answer.text + answer.headers))
      }
    }
    expect(leaks).toEqual([])
    for (const known of ['STORED', 'GUARDED', 'owner@example.test', 'key.reveal']) expect(all).toContain(known)
  })

  it('stand in no log of the server or of its database', () => {
    expect([...leaksIn('server', app.logs()), ...leaksIn('database', app.databaseLog())]).toEqual([])
  })

  it('stand in no row of the database, audit and kept results included', async () => {
    const dump = await dumpTables(app.dataDir)
    for (const known of ['OPENAI_IMPORTED', 'key.reveal', 'HOSTILE_0', 'owner@example.test'])
      expect(dump).toContain(known)
    expect(leaksIn('dump', dump)).toEqual([])
  })

  it('stand in no file of the data folder, write-ahead log included, but those made to hold them', () => {
    const files = readFiles(app.dataDir)
    expect(files.some(([name]) => name.startsWith('postgres/pg_wal/'))).toBe(true)
    expect(files.flatMap(([name, content]) => leaksIn(name, content))).toEqual([])
  })

  it('stand in no backup', () => {
    const content = openBackup(planted.backup)
    expect(content.includes('OPENAI_IMPORTED')).toBe(true)
    expect(leaksIn('backup', content)).toEqual([])
  })

  it('would be found: in every form, and when one truly gets into the database', async () => {
    for (const { name, secret } of nest.canaries.slice(0, 40)) {
      for (const part of partsOf(secret)) {
        for (const form of Object.values(formsOf(part))) {
          expect(search(`before ${form} after`).map(({ canary }) => canary)).toContain(name)
        }
        for (const shift of ['', 'x', 'xy']) {
          const encoded = Buffer.from(`${shift}${part}xyz`).toString('base64')
          expect(search(encoded).map(({ canary }) => canary)).toContain(name)
        }
      }
    }
    const [lost] = nest.canaries.filter(({ name }) => name === 'stored value')
    const api = apiClient(app.baseUrl, await app.token())
    await api('PATCH', `/keys/${planted.keyIds[1]}`, { body: { notes: `to be found: ${lost?.secret}` } })
    expect(search(await dumpTables(app.dataDir)).map(({ canary }) => canary)).toContain('stored value')
  })
})
