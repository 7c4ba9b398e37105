import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomKey } from '../support/random-key.ts'
import { openScreen, type Screen } from '../support/screen.ts'
import { shown } from '../support/shown.ts'

describe('being told before a key breaks', () => {
  let screen: Screen
  let receiver: Server
  const received: string[] = []

  beforeAll(async () => {
    receiver = createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += String(chunk)
      received.push(body)
      response.end('ok')
    })
    await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done))
    screen = await openScreen()
    await screen.api('POST', '/projects', { body: { name: 'Shop' } })
    const expiresAt = new Date(Date.now() + 5 * 86_400_000).toISOString()
    const key = { project: 'shop', environment: 'development', provider: 'stripe', name: 'STRIPE_SECRET_KEY' }
    await screen.api('POST', '/keys', { body: { ...key, value: randomKey('sk_test_'), expiresAt } })
  })
  afterAll(async () => {
    receiver?.close()
    await screen?.close()
  })

  it('stands in the inbox, is taken, is put off for a reason, and goes to a channel', async () => {
    const page = await screen.enter()
    await page.goto('/notifications?tab=channels')
    await page.getByRole('button', { name: 'Add channel' }).click()
    await page.getByLabel('Name').fill('#keys')
    await page.getByLabel('Address').fill(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`)
    await page.getByRole('button', { name: 'Add channel' }).last().click()
    await page.getByRole('button', { name: 'Send a test' }).click()
    await shown(page, '#keys took the test').waitFor()
    expect(received[0]).toContain('This is a test')

    // The first look is within a minute of the start, or of the one before.
    const title = 'STRIPE_SECRET_KEY expires within 7 days'
    const count = async () => {
      await page.goto('/notifications')
      return page.getByText(title).count()
    }
    await expect.poll(count, { timeout: 90_000, interval: 2_000 }).toBeGreaterThan(0)
    await expect.poll(() => received.some((body) => body.includes(title)), { timeout: 30_000 }).toBe(true)
    await screen.lookAt({
      'notifications-inbox': '/notifications',
      'notifications-settings': '/notifications?tab=settings',
      'notifications-channels': '/notifications?tab=channels',
      'notifications-preview': '/notifications?tab=preview',
    })
    await page.getByRole('button', { name: 'Mark all as read' }).click()
    await shown(page, 'All read').waitFor()
    await page.getByRole('tab', { name: 'All warnings' }).click()
    await page.getByRole('button', { name: `Take care of: ${title}` }).click()
    await shown(page, /takes care of it/).waitFor()
    await page.getByRole('button', { name: `Put off: ${title}` }).click()
    await page.getByLabel('Reason').fill('The new key comes tomorrow.')
    await page.getByRole('button', { name: 'Put it off' }).click()
    await page.getByText('Put off', { exact: true }).first().click()
    await shown(page, /The new key comes tomorrow/).waitFor()
    await page.context().close()
  })
})
