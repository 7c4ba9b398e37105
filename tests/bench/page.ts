import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { makeDataFolder, removeDataFolder } from '../support/data-folder.ts'
import { type Bench, durationFigure, median } from './measure.ts'
import { startProduct } from './product.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const LOADS = 5
const PASSWORD = 'a long enough password'

/** JavaScript of the Keys page above an empty page of the same Next, and the time until it can be used. */
export const page: Bench = {
  name: 'page',
  async run() {
    const folder = makeDataFolder()
    const product = await startProduct(folder)
    const browser = await launchBrowser()
    try {
      const tab = await browser.newPage()
      await makeFirstAdmin(tab, product.setupLink ?? '')
      const scripts = collectScripts(tab)
      const times: number[] = []
      for (let load = 0; load < LOADS; load++) {
        const started = performance.now()
        await tab.goto(`${product.url}/keys`)
        await tab.getByLabel('Search keys').fill('a')
        times.push(performance.now() - started)
      }
      await tab.waitForLoadState('networkidle')
      const keys = [...(await scripts()).values()].reduce((sum, size) => sum + size, 0)
      const empty = emptyPageBytes()
      return [
        { name: 'JavaScript of an empty page (gzip)', value: empty / 1024, unit: 'KiB' },
        { name: 'JavaScript of the Keys page (gzip)', value: keys / 1024, unit: 'KiB' },
        { name: 'Keys page above an empty page (gzip)', value: (keys - empty) / 1024, unit: 'KiB', goal: 150 },
        durationFigure('Keys page usable', times, 1500),
        { name: 'Keys page usable, median', value: median(times) / 1000, unit: 's', goal: 1.5 },
      ]
    } finally {
      await browser.close()
      await product.stop()
      removeDataFolder(folder)
    }
  },
}

async function makeFirstAdmin(tab: Page, link: string): Promise<void> {
  await tab.goto(link)
  await tab.getByLabel('Name').fill('The owner')
  await tab.getByLabel('Email').fill('owner@example.test')
  await tab.getByLabel('Password').fill(PASSWORD)
  await tab.getByRole('button', { name: 'Make account' }).click()
  await tab.waitForURL((url) => url.pathname === '/')
}

/** Every script that the tab loads from now on, by address, with its gzipped size. */
function collectScripts(tab: Page): () => Promise<Map<string, number>> {
  const seen = new Map<string, Promise<number>>()
  tab.on('response', (response) => {
    if (response.request().resourceType() === 'script' && !seen.has(response.url()))
      seen.set(
        response.url(),
        response.body().then(
          (body) => gzipSync(body).length,
          () => 0,
        ),
      )
  })
  return async () => new Map(await Promise.all([...seen].map(async ([url, size]) => [url, await size] as const)))
}

/** Builds an app with one empty page beside this one, with the same Next, and weighs what its page loads. */
function emptyPageBytes(): number {
  const app = path.join(ROOT, 'tests/.artifacts/empty-app')
  rmSync(app, { recursive: true, force: true })
  mkdirSync(path.join(app, 'app'), { recursive: true })
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(app, 'node_modules'))
  writeFileSync(path.join(app, 'package.json'), '{ "type": "module", "private": true }')
  writeFileSync(path.join(app, 'next.config.js'), `export default { turbopack: { root: ${JSON.stringify(ROOT)} } }`)
  writeFileSync(
    path.join(app, 'app/layout.jsx'),
    'export default function Layout({ children }) { return <html><body>{children}</body></html> }',
  )
  writeFileSync(path.join(app, 'app/page.jsx'), 'export default function Page() { return <p>Empty</p> }')
  const built = spawnSync(process.execPath, [path.join(ROOT, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: app,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (built.status !== 0) throw new Error(`the empty app did not build:\n${built.stdout}\n${built.stderr}`)
  const html = readFileSync(
    path.join(
      app,
      '.next/server/app',
      readdirSync(path.join(app, '.next/server/app')).find((name) => name === 'index.html') ?? 'index.html',
    ),
    'utf8',
  )
  const scripts = new Set([...html.matchAll(/\/_next\/(static\/[^"\\]+\.js)/g)].map(([, file]) => file ?? ''))
  const size = [...scripts].reduce((sum, file) => sum + gzipSync(readFileSync(path.join(app, '.next', file))).length, 0)
  rmSync(app, { recursive: true, force: true })
  return size
}
