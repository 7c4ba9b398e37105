import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import type { LabDescription } from './describe-lab.ts'

it('describes itself to a program, obeys it, and leaves nothing behind when stopped', async () => {
  const lab = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(lab, 'exit')
  try {
    const [line] = (await once(createInterface(lab.stdout), 'line')) as [string]
    const described: LabDescription = JSON.parse(line)
    expect(existsSync(described.caFile)).toBe(true)

    const openai = described.providers.find((one) => one.id === 'openai')
    const key = openai?.keys.find((one) => one.scenario === 'valid')?.value ?? ''
    const ask = () => fetch(`${openai?.baseUrl}/models`, { headers: { authorization: `Bearer ${key}` } })
    expect((await ask()).status).toBe(200)
    await fetch(`${described.control}/keys`, {
      method: 'PUT',
      body: JSON.stringify({ value: key, scenario: 'outage' }),
    })
    expect((await ask()).status).toBe(500)
    const refused = await fetch(`${described.control}/keys`, { method: 'POST', body: '{"provider":"nobody"}' })
    expect(refused.status).toBe(422)

    lab.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
    expect(existsSync(described.caFile)).toBe(false)
  } finally {
    lab.kill('SIGKILL')
  }
})
