import type { RequestListener } from 'node:http'
import { logRequest, type RequestLog } from '../log-request.ts'
import { requestUrl } from '../request-url.ts'
import type { Json } from '../scenario.ts'
import { writeAnswer } from '../write-answer.ts'

export type ProviderStatus = 'operational' | 'degraded' | 'outage'

/** Who keeps a status page where, and in which form (facts: section 3, status feeds). */
const pages: { host: string; providerIds: string[]; name: string; form: 'statuspage' | 'slack' | 'stripe' }[] = [
  { host: 'status.openai.com', providerIds: ['openai'], name: 'OpenAI', form: 'statuspage' },
  { host: 'status.claude.com', providerIds: ['anthropic'], name: 'Claude', form: 'statuspage' },
  { host: 'groqstatus.com', providerIds: ['groq'], name: 'Groq', form: 'statuspage' },
  {
    host: 'www.githubstatus.com',
    providerIds: ['github-classic', 'github-fine-grained'],
    name: 'GitHub',
    form: 'statuspage',
  },
  { host: 'www.stripestatus.com', providerIds: ['stripe'], name: 'Stripe', form: 'statuspage' },
  { host: 'status.stripe.com', providerIds: ['stripe'], name: 'Stripe', form: 'stripe' },
  { host: 'slack-status.com', providerIds: ['slack'], name: 'Slack', form: 'slack' },
]

const paths = { statuspage: '/api/v2/summary.json', slack: '/api/v2.0.0/current', stripe: '/current' }

export const statusHosts = pages.map((page) => page.host)

/** The status pages that say how a provider is; all operational until told otherwise. */
export function createStatusPages(log: RequestLog) {
  const states = new Map<string, ProviderStatus>()
  const listener: RequestListener = (request, response) => {
    const host = request.headers.host?.replace(/:\d+$/, '') ?? ''
    logRequest(log, host, request)
    const page = pages.find((one) => one.host === host)
    if (!page || requestUrl(request).pathname !== paths[page.form]) {
      return writeAnswer(response, { status: 404, body: 'Not Found' })
    }
    const state = page.providerIds.map((id) => states.get(id)).find(Boolean) ?? 'operational'
    writeAnswer(response, { status: 200, body: describe(page, state) })
  }
  return { listener, set: (providerId: string, status: ProviderStatus) => void states.set(providerId, status) }
}

function describe(page: (typeof pages)[number], state: ProviderStatus): Json {
  const now = new Date().toISOString()
  const isGood = state === 'operational'
  const title = state === 'outage' ? 'API requests are failing' : 'Elevated error rates'
  if (page.form === 'slack')
    return {
      status: isGood ? 'ok' : 'active',
      date_created: now,
      date_updated: now,
      active_incidents: isGood
        ? []
        : [
            {
              id: 1,
              title,
              type: state === 'outage' ? 'outage' : 'incident',
              status: 'active',
              services: ['Apps/Integrations/APIs'],
            },
          ],
    }
  if (page.form === 'stripe')
    return { largestatus: isGood ? 'up' : 'down', statuses: { api: isGood ? 'up' : 'down', webhooks: 'up' } }
  const words = {
    operational: { indicator: 'none', description: 'All Systems Operational', component: 'operational' },
    degraded: { indicator: 'minor', description: 'Partially Degraded Service', component: 'degraded_performance' },
    outage: { indicator: 'critical', description: 'Major Service Outage', component: 'major_outage' },
  }[state]
  const incident = {
    id: 'lab',
    name: title,
    status: 'investigating',
    impact: words.indicator,
    created_at: now,
    updated_at: now,
  }
  return {
    page: { id: 'lab', name: page.name, url: `https://${page.host}`, time_zone: 'Etc/UTC', updated_at: now },
    components: [{ id: 'api', name: 'API', status: words.component, updated_at: now }],
    incidents: isGood ? [] : [incident],
    scheduled_maintenances: [],
    status: { indicator: words.indicator, description: words.description },
  }
}
