import { createServer, type IncomingMessage } from 'node:http'
import { type ProviderStatus, type StatusFault, statusFaults } from './hosts/status-pages.ts'
import { listen } from './listen.ts'
import type { Lab } from './start-lab.ts'
import { writeAnswer } from './write-answer.ts'

/**
 * Lets another process mint and change keys while the lab runs:
 * `POST /keys {provider, scenario?, …}` → `{value}`; `PUT /keys {value, scenario}`; `PUT /status {provider, state, title?, fault?}`.
 */
export async function startControl(lab: Lab) {
  const server = createServer(async (request, response) => {
    try {
      writeAnswer(
        response,
        { status: 200, body: obey(lab, `${request.method} ${request.url}`, await readJson(request)) },
        2,
      )
    } catch (mistake) {
      writeAnswer(response, {
        status: 422,
        body: { detail: mistake instanceof Error ? mistake.message : 'Unreadable' },
      })
    }
  })
  const { port, close } = await listen(server)
  return { url: `http://127.0.0.1:${port}`, close }
}

const states: ProviderStatus[] = ['operational', 'degraded', 'outage', 'maintenance']

function obey(lab: Lab, order: string, fields: Record<string, unknown>): Record<string, string> {
  const text = (name: string) => {
    const value = fields[name]
    if (typeof value !== 'string') throw new Error(`"${name}" must be text`)
    return value
  }
  if (order === 'POST /keys') {
    const { expiresAt, ...rest } = fields
    const end = typeof expiresAt === 'string' ? { expiresAt: new Date(expiresAt) } : {}
    return { value: lab.issue(text('provider'), { ...rest, ...end }) }
  }
  if (order === 'PUT /keys') {
    lab.set(text('value'), text('scenario'))
    return { scenario: text('scenario') }
  }
  if (order === 'PUT /status') {
    const state = states.find((one) => one === fields.state)
    if (!state) throw new Error(`"state" must be one of ${states.join(', ')}`)
    const fault: StatusFault | undefined = statusFaults.find((one) => one === fields.fault)
    if (fields.fault !== undefined && !fault) throw new Error(`"fault" must be one of ${statusFaults.join(', ')}`)
    const title = fields.title === undefined ? {} : { title: text('title') }
    lab.setStatus(text('provider'), state, { ...title, ...(fault && { fault }) })
    return { state }
  }
  throw new Error(`No such order: ${order}`)
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > 65_536) throw new Error('The order is too long')
  }
  const fields: unknown = JSON.parse(text)
  if (typeof fields !== 'object' || fields === null) throw new Error('The order must be an object')
  return fields as Record<string, unknown>
}
