import type { StatusIncident, StatusPage } from '#lib/status-pages/schema'

const base = Date.parse('2026-11-23T23:20:00Z')
const minutesAgo = (minutes: number) => new Date(base - minutes * 60_000).toISOString()

export function sampleIncident(title: string, more: Partial<StatusIncident> = {}): StatusIncident {
  const startedAt = more.startedAt ?? minutesAgo(38)
  return {
    id: title,
    title,
    impact: 'minor',
    status: 'investigating',
    url: 'https://status.example.com/incidents/1',
    components: ['API'],
    startedAt,
    updatedAt: startedAt,
    resolvedAt: null,
    ...more,
  }
}

export function sampleStatus(state: StatusPage['state'], more: Partial<StatusPage> = {}): StatusPage {
  return {
    provider: 'openai',
    name: 'OpenAI',
    page: 'https://status.openai.com',
    isWatched: true,
    state,
    since: minutesAgo(38),
    asOf: minutesAgo(1),
    problem: null,
    incidents: [],
    ...more,
  }
}

const over = sampleIncident('Slow answers of the Batch API', {
  startedAt: minutesAgo(3000),
  resolvedAt: minutesAgo(2900),
  status: 'resolved',
})

export const sampleStatuses: Record<string, StatusPage> = {
  operational: sampleStatus('operational', { since: minutesAgo(9000), incidents: [over] }),
  degraded: sampleStatus('degraded', {
    incidents: [sampleIncident('Elevated error rates in chat completions', { status: 'identified' }), over],
  }),
  outage: sampleStatus('outage', {
    incidents: [
      sampleIncident('API requests are failing', { impact: 'critical' }),
      sampleIncident('API key authentication errors', { components: ['Login', 'API'], startedAt: minutesAgo(20) }),
      over,
    ],
  }),
  maintenance: sampleStatus('maintenance', {
    incidents: [
      sampleIncident('Database upgrade', { impact: 'maintenance', status: 'in_progress', url: null, components: [] }),
    ],
  }),
  unknown: sampleStatus('unknown', {
    asOf: minutesAgo(75),
    since: minutesAgo(73),
    problem: 'A web page came in place of the page’s data.',
    incidents: [sampleIncident('Elevated error rates in chat completions', { startedAt: minutesAgo(90) })],
  }),
  'never read': sampleStatus('unknown', { asOf: null, since: null, problem: 'The status page was not read yet.' }),
  'none published': sampleStatus('unknown', { isWatched: false, page: null, since: null, asOf: null }),
}
