import type { Json } from '../scenario.ts'
import type { StatusForm, StatusHost } from './status-hosts.ts'
import { writeAtom, writeAwsRss, writeRss } from './status-prose.ts'

export type ProviderStatus = 'operational' | 'degraded' | 'outage' | 'maintenance'

/** How a provider is, and the last thing that happened to it. */
export interface Told {
  state: ProviderStatus
  title: string
  component: string
  startedAt: Date
  /** Since when it is over, where it is. */
  endedAt?: Date | undefined
}

export interface StatusBody {
  type: string
  bytes: Buffer
}

const json = (body: Json): StatusBody => ({ type: 'application/json', bytes: Buffer.from(JSON.stringify(body)) })
const seconds = (at: Date) => String(Math.floor(at.getTime() / 1000))

/** What a page answers, in the form that this host has. Open things first; what is over stays only where pages keep it. */
export function writeStatus(page: StatusHost, told: Told): StatusBody {
  return FORMS[page.form](page, told)
}

const FORMS: Record<StatusForm, (page: StatusHost, told: Told) => StatusBody> = {
  statuspage: (page, told) => json(summaryOf(page, told)),
  /** Without indicator, impacts and most times. */
  lite: (page, told) => {
    const { page: about, components, incidents, scheduled_maintenances } = summaryOf(page, told)
    const bare = (list: { [name: string]: Json }[]) => list.map(({ impact: _, updated_at: __, ...rest }) => rest)
    return json({ page: about, components, incidents: bare(incidents), scheduled_maintenances })
  },
  instatus: ({ host, name }, told) => {
    const { state, title, startedAt } = told
    const url = `https://${host}/incident/lab`
    const words = { operational: 'UP', degraded: 'HASISSUES', outage: 'HASISSUES', maintenance: 'UNDERMAINTENANCE' }
    const impact = state === 'outage' ? 'MAJOROUTAGE' : 'DEGRADEDPERFORMANCE'
    const started = startedAt.toISOString()
    return json({
      page: { name, url: `https://${host}`, status: words[state] },
      ...(['degraded', 'outage'].includes(state) && {
        activeIncidents: [
          { id: 'lab', name: title, started, status: 'INVESTIGATING', impact, url, updatedAt: started },
        ],
      }),
      ...(state === 'maintenance' && {
        activeMaintenances: [{ id: 'lab', name: title, start: started, status: 'INPROGRESS', duration: '60', url }],
      }),
    })
  },
  betterstack: ({ name }, { state, title, component, startedAt, endedAt }) => {
    const words = { operational: 'operational', degraded: 'degraded', outage: 'downtime', maintenance: 'maintenance' }
    const report = {
      title,
      report_type: state === 'maintenance' ? 'maintenance' : 'manual',
      starts_at: startedAt.toISOString(),
      ends_at: endedAt?.toISOString() ?? null,
      aggregate_state: endedAt ? 'resolved' : words[state],
      affected_resources: [{ status_page_resource_id: '71', status: words[state] }],
    }
    const resource = { public_name: component, status: words[state], status_page_section_id: 7 }
    return json({
      data: { id: '1', type: 'status_page', attributes: { company_name: name, aggregate_state: words[state] } },
      included: [
        { id: '7', type: 'status_page_section', attributes: { name: 'Services' } },
        { id: '71', type: 'status_page_resource', attributes: resource },
        ...(state === 'operational' && !endedAt ? [] : [{ id: '900', type: 'status_report', attributes: report }]),
      ],
    })
  },
  onlineornot: ({ name }, { state, title, component, startedAt }) => {
    const words = {
      operational: 'OPERATIONAL',
      degraded: 'DEGRADED_PERFORMANCE',
      outage: 'MAJOR_OUTAGE',
      maintenance: 'UNDER_MAINTENANCE',
    }
    const started = startedAt.toISOString()
    const one = { id: 'lab', title, started, updated_at: started }
    const description = state === 'operational' ? 'All Systems Operational' : 'Something is wrong'
    return json({
      success: true,
      errors: [],
      result: {
        status: { description },
        status_page: { id: 'lab', name, custom_domain: 'status.openrouter.ai' },
        components: [{ id: 'c1', name: component, status: words[state], group_id: null }],
        active_incidents: ['degraded', 'outage'].includes(state) ? [{ ...one, impact: words[state] }] : [],
        scheduled_maintenance: state === 'maintenance' ? [{ ...one, status: 'IN_PROGRESS' }] : [],
      },
    })
  },
  statusio: (_, { state, title, component, startedAt }) => {
    const codes = { operational: 100, maintenance: 200, degraded: 300, outage: 500 }
    const datetime = startedAt.toISOString()
    const one = {
      _id: 'lab',
      name: title,
      datetime_open: datetime,
      messages: [{ details: 'We are looking into it.', state: 100, status: codes[state], datetime }],
      components_affected: [{ _id: 'c1', name: component }],
    }
    return json({
      result: {
        status_overall: { updated: datetime, status: state, status_code: codes[state] },
        status: [{ id: 'c1', name: component, status: state, status_code: codes[state], containers: [] }],
        incidents: ['degraded', 'outage'].includes(state) ? [one] : [],
        maintenance: { active: state === 'maintenance' ? [one] : [], upcoming: [] },
      },
    })
  },
  rss: writeRss,
  atom: writeAtom,
  awsRss: writeAwsRss,
  google: (_, { state, title, component, startedAt, endedAt }) => {
    const began = startedAt.toISOString()
    const one = {
      id: 'lab',
      number: '1',
      begin: began,
      created: began,
      modified: (endedAt ?? startedAt).toISOString(),
      ...(endedAt ? { end: endedAt.toISOString() } : {}),
      external_desc: title,
      status_impact: state === 'outage' ? 'SERVICE_OUTAGE' : 'SERVICE_DISRUPTION',
      severity: 'high',
      service_name: 'Multiple Products',
      affected_products: [{ title: component, id: 'p1' }],
      uri: 'incidents/lab',
    }
    // The real feed holds years, with the words of every update: megabytes.
    const years = Array.from({ length: 2500 }, (_each, at) => ({
      ...one,
      id: `old${at}`,
      external_desc: 'Long ago',
      begin: '2021-01-01T00:00:00Z',
      end: '2021-01-02T00:00:00Z',
      updates: [{ text: 'We believe the issue is resolved. '.repeat(30) }],
    }))
    return json([...(state === 'operational' && !endedAt ? [] : [one]), ...years])
  },
  /** UTF-16 with a mark at its start, as AWS sends it. */
  awsEvents: (_, { state, title, component, startedAt, endedAt }) => {
    const code = endedAt || state === 'operational' ? '0' : state === 'outage' ? '3' : '2'
    const event = {
      date: seconds(startedAt),
      arn: 'arn:aws:health:us-east-1::event/BEDROCK/AWS_BEDROCK_OPERATIONAL_ISSUE/lab',
      region_name: 'N. Virginia',
      status: code,
      service: 'bedrock-us-east-1',
      service_name: component,
      summary: title,
      event_log: [
        { summary: title, message: 'We are investigating.', status: code, timestamp: Number(seconds(startedAt)) },
      ],
      ...(endedAt ? { end_time: seconds(endedAt) } : {}),
    }
    const text = JSON.stringify(state === 'operational' && !endedAt ? [] : [event])
    return { type: 'application/json;charset=utf-16', bytes: Buffer.from(`\ufeff${text}`, 'utf16le').swap16() }
  },
  slack: (_, { state, title, component, startedAt }) => {
    const date = startedAt.toISOString()
    const type = state === 'outage' ? 'outage' : state === 'maintenance' ? 'maintenance' : 'incident'
    const one = { id: 1, date_created: date, date_updated: date, title, type, status: 'active', services: [component] }
    const isGood = state === 'operational'
    return json({
      status: isGood ? 'ok' : 'active',
      date_created: date,
      date_updated: date,
      active_incidents: isGood ? [] : [{ ...one, url: 'https://slack-status.com/2026-11/lab' }],
    })
  },
  stripe: (_, { state }) => {
    const word = state === 'operational' ? 'up' : 'down'
    return json({ largestatus: word, statuses: { api: word, webhooks: 'up' } })
  },
}

const WORDS = {
  operational: { indicator: 'none', description: 'All Systems Operational', component: 'operational' },
  degraded: { indicator: 'minor', description: 'Partially Degraded Service', component: 'degraded_performance' },
  outage: { indicator: 'critical', description: 'Major Service Outage', component: 'major_outage' },
  maintenance: { indicator: 'maintenance', description: 'Service Under Maintenance', component: 'under_maintenance' },
}

function summaryOf({ host, name }: StatusHost, { state, title, component, startedAt }: Told) {
  const { indicator, description, component: word } = WORDS[state]
  const at = startedAt.toISOString()
  const one = {
    id: 'lab',
    name: title,
    status: state === 'maintenance' ? 'in_progress' : 'investigating',
    impact: indicator,
    shortlink: `https://stspg.io/lab`,
    components: [{ id: 'api', name: component, status: word }],
    created_at: at,
    started_at: at,
    updated_at: at,
  }
  return {
    page: { id: 'lab', name, url: `https://${host}`, time_zone: 'Etc/UTC', updated_at: at },
    components: [
      { id: 'api', name: component, status: word, updated_at: at },
      { id: 'web', name: 'Website', status: 'operational', updated_at: at },
    ],
    incidents: ['degraded', 'outage'].includes(state) ? [one] : [],
    scheduled_maintenances: state === 'maintenance' ? [one] : [],
    status: { indicator, description },
  }
}
