import { createHmac } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Reply, startAnsweringServer } from '../pairing/answering-server.ts'
import { randomKey } from '../support/random-key.ts'
import { openScreen, type Screen } from '../support/screen.ts'
import { shown } from '../support/shown.ts'

const PASSWORD = 'a sentence to keep for a test'
const ACCEPTED: Reply = { body: { object: 'list', data: [{ id: 'gpt-5', object: 'model', owned_by: 'openai' }] } }
const REFUSED: Reply = {
  status: 401,
  body: { error: { message: 'Incorrect API key provided.', type: 'invalid_request_error', code: 'invalid_api_key' } },
}

describe('troubleshooting in the browser', () => {
  let screen: Screen
  let page: Page
  let server: Awaited<ReturnType<typeof startAnsweringServer>>
  let answer = REFUSED
  let keyId: string
  let address: string
  const first = randomKey()
  beforeAll(async () => {
    server = await startAnsweringServer(() => answer)
    screen = await openScreen()
    await screen.api('POST', '/projects', { body: { name: 'Assistant', slug: 'assistant' } })
    const place = { project: 'assistant', environment: 'production', name: 'OPENAI_API_KEY', provider: 'openai' }
    const body = { ...place, baseUrl: `${server.origin}/v1`, value: first }
    keyId = (await screen.api('POST', '/keys', { body })).json.id
    await screen.api('POST', `/keys/${keyId}/pairings`, { body: {} })
    page = await screen.enter()
  })
  afterAll(async () => {
    await screen?.close()
    await server?.[Symbol.asyncDispose]()
  })

  const conclusion = () => page.getByRole('region', { name: 'Conclusion' })
  const concluded = (name: RegExp) => conclusion().getByRole('heading', { level: 2, name }).waitFor()
  const step = (name: string) => {
    const heading = page.getByRole('heading', { level: 3, name: new RegExp(`^\\d ${name} `) })
    return page.getByRole('list', { name: 'Steps' }).locator('> li').filter({ has: heading })
  }
  const open = async (name: string) => {
    const button = step(name).getByRole('heading', { level: 3 }).getByRole('button')
    if ((await button.getAttribute('aria-expanded')) === 'false') await button.click()
  }

  it('leads from a failing key to the one conclusion, with the steps that the machine did', async () => {
    await page.goto(`/keys/${keyId}`)
    const report = page.getByRole('article', { name: 'Pairing test' })
    await report.getByRole('link', { name: 'Troubleshoot' }).waitFor()
    await page.goto('/')
    await page.getByRole('link', { name: 'Troubleshoot OPENAI_API_KEY' }).click()
    await page.waitForURL(`**/troubleshoot?key=${keyId}`)
    const choice = page.getByRole('radio', { name: /OPENAI_API_KEY/ })
    await choice.waitFor()
    expect(await choice.isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Find the fault' }).click()
    await page.waitForURL('**/troubleshoot/tro_*')
    address = new URL(page.url()).pathname
    await concluded(/OpenAI refused this key/)
    await expect.poll(() => page.getByRole('list', { name: 'Steps' }).locator('> li').count()).toBe(9)
    expect(await step('Key').textContent()).toContain('Fault found')
    expect(await step('Network').textContent()).toContain('In order')
    expect(await step('Logs').textContent()).toContain('Waits for a person')
    for (const part of ['What to do', 'Why we think so', 'Whom to contact', 'What would decide it'])
      await shown(conclusion(), part).waitFor()
  })

  it('keeps answers, and whatever was typed where one could not be kept', async () => {
    await open('Basics')
    const words = page.getByRole('textbox', { name: 'What exactly does the application say?' })
    await words.fill('pairing failed')
    await page.context().setOffline(true)
    await step('Basics').getByRole('button', { name: 'Keep' }).click()
    await shown(step('Basics'), 'Claviger could not be reached').waitFor()
    expect(await words.inputValue()).toBe('pairing failed')
    await page.context().setOffline(false)
    await step('Basics').getByRole('button', { name: 'Keep' }).click()
    await shown(step('Basics'), 'Answered by').waitFor()
    await step('Basics').getByRole('button', { name: 'Suddenly, nothing was changed' }).click()
    await open('Application')
    await step('Application').getByRole('button', { name: 'Skip this step' }).click()
    await shown(step('Application'), 'Passed over by').waitFor()
    await page.reload()
    await open('Basics')
    await step('Basics').getByRole('button', { name: 'Suddenly, nothing was changed', pressed: true }).waitFor()
    expect(await step('Application').textContent()).toContain('Skipped')
  })

  it('tests again, and lets what the application’s own log proves outweigh it', async () => {
    answer = ACCEPTED
    await page.getByRole('button', { name: 'Test again' }).click()
    await concluded(/OpenAI accepts this key/)
    const pasted = randomKey()
    await conclusion().getByRole('button', { name: /^Logs/ }).click()
    await page.getByRole('textbox', { name: 'Log' }).fill(interceptedLog(pasted))
    await page.getByRole('button', { name: 'Read this log' }).click()
    await concluded(/opened and signed again/)
    await shown(step('Logs'), 'self-signed certificate in certificate chain').waitFor()
    expect(await page.content()).not.toContain(pasted.slice(-20))
    await page.reload()
    await concluded(/opened and signed again/)
  })

  it('reads a file of many lines, and says before sending that one is too large', async () => {
    await open('Logs')
    const field = page.locator('input[type=file]')
    const text = `${'all is well\n'.repeat(400_000)}${interceptedLog(randomKey())}`
    await field.setInputFiles({ name: 'application.log', mimeType: 'text/plain', buffer: Buffer.from(text) })
    await shown(step('Logs'), /400,00\d lines/).waitFor()
    await page.evaluate(() => {
      const files = new DataTransfer()
      files.items.add(new File([new Uint8Array(51 * 1024 * 1024)], 'huge.log'))
      const input = document.querySelector<HTMLInputElement>('input[type=file]')
      if (!input) return
      input.files = files.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await shown(step('Logs'), 'huge.log holds more than the 50 MiB').waitFor()
  })

  it('gives the same request for other tools, and compares what one of them got', async () => {
    await open('Direct test')
    await shown(step('Direct test'), '$OPENAI_API_KEY').waitFor()
    await step('Direct test').getByRole('tab', { name: 'Postman' }).click()
    await shown(step('Direct test'), 'getpostman.com').waitFor()
    await page
      .getByRole('textbox', { name: 'Give the answer that your tool got' })
      .fill('HTTP/1.1 401 Unauthorized\ncontent-type: application/json\n\n{"error":{"code":"invalid_api_key"}}')
    await step('Direct test').getByRole('button', { name: 'Compare' }).click()
    const compared = page.getByRole('region', { name: 'The two answers compared' })
    await shown(compared, 'HTTP 401').waitFor()
    await shown(compared, 'HTTP 200').waitFor()
  })

  it('lists the hosts to allow', async () => {
    await open('Advanced network')
    await shown(page.getByRole('region', { name: 'Hosts and ports' }), '127.0.0.1').waitFor()
  })

  it('finds out that the application holds an older value, which nobody gets to see', async () => {
    await screen.api('POST', `/keys/${keyId}/versions`, { body: { value: randomKey(), reason: 'rotated' } })
    await page.goto(`/troubleshoot?key=${keyId}`)
    await shown(page, 'Earlier, of this key').waitFor()
    await page.getByRole('button', { name: 'Find the fault' }).click()
    await page.waitForURL((url) => url.pathname.startsWith('/troubleshoot/tro_') && url.pathname !== address)
    await open('Key')
    await page.getByRole('button', { name: 'Compare the values' }).click()
    const command = await step('Key').getByRole('region', { name: 'With Claviger’s command' }).textContent()
    const salt = /--salt (\w+)/.exec(command ?? '')?.[1] ?? ''
    const printed = page.getByRole('textbox', { name: 'What it printed' })
    await printed.fill('command not found')
    await step('Key').getByRole('button', { name: 'Compare', exact: true }).click()
    await shown(step('Key'), 'Paste what the command printed').waitFor()
    expect(await printed.inputValue()).toBe('command not found')
    await printed.fill(`SHA2-256(stdin)= ${createHmac('sha256', salt).update(first).digest('hex')}`)
    await step('Key').getByRole('button', { name: 'Compare', exact: true }).click()
    await shown(conclusion(), 'Application uses an older value').waitFor()
    expect(await page.content()).not.toContain(first.slice(-20))
  })

  it('begins with a value that is tested and kept nowhere', async () => {
    const pasted = randomKey()
    await page.goto('/troubleshoot')
    await page.getByRole('radio', { name: 'A value just pasted' }).click()
    await page.getByRole('textbox', { name: 'Value', exact: true }).fill(pasted)
    await page.getByRole('combobox', { name: 'Provider' }).click()
    await page
      .getByRole('option', { name: /^OpenAI/ })
      .first()
      .click()
    await page
      .getByRole('textbox', { name: /Base URL/ })
      .first()
      .fill(`${server.origin}/v1`)
    await page.locator('form:visible').getByRole('button', { name: 'Find the fault' }).click()
    await page.waitForURL('**/troubleshoot/tro_*')
    await shown(page, 'Tested and not kept; only you see this').waitFor()
    expect(await page.content()).not.toContain(pasted.slice(-20))
    await open('Direct test')
    await expect.poll(() => step('Direct test').getByRole('button', { name: 'Run it here' }).isEnabled()).toBe(false)
  })

  it('opens by its link for whoever sees the key, and for nobody else', async () => {
    const [viewer, stranger] = await Promise.all(['viewer', 'stranger'].map((name) => addMember(name)))
    const { environmentId } = (await screen.api('GET', `/keys/${keyId}`)).json
    await screen.api('PUT', `/environments/${environmentId}/grants/${viewer?.id}`, { body: { role: 'viewer' } })
    const theirs = await screen.enter(viewer)
    await theirs.goto(address)
    await shown(theirs, /opened and signed again/).waitFor()
    await expect
      .poll(() => theirs.getByRole('button', { name: /Test again|Read this log|Skip this step/ }).count())
      .toBe(0)
    await theirs.context().close()
    const others = await screen.enter(stranger)
    await others.goto(address)
    await shown(others, 'There is no such record').waitFor()
    expect(await others.content()).not.toContain('OPENAI_API_KEY')
    await others.context().close()
  })

  it('can be read by everyone, in light, dark and on a phone, without a complaint of the browser', async () => {
    await screen.lookAt({ troubleshoot: '/troubleshoot', 'troubleshooting-record': address })
  })

  const addMember = async (name: string) => {
    const account = { email: `${name}@example.test`, password: PASSWORD }
    const { json } = await screen.api('POST', '/members', { body: { ...account, name, role: 'member' } })
    return { ...account, id: json.id as string }
  }
})

/** What OpenAI's library for Node.js prints behind a proxy that signs anew, with a key where people leave one. */
const interceptedLog = (key: string) => `2026-11-25T20:01:02.000Z calling https://api.openai.com with Bearer ${key}
APIConnectionError: Connection error.
    at OpenAI.makeRequest (/app/node_modules/openai/client.js:300:13)
  [cause]: Error: self-signed certificate in certificate chain
      at TLSSocket.onConnectSecure (node:_tls_wrap:1679:34) {
    code: 'SELF_SIGNED_CERT_IN_CHAIN'
  }
`
