/** How a service is, by the word of whoever runs it; `unknown` where nobody could read that word. */
export const SERVICE_STATES = ['operational', 'degraded', 'outage', 'maintenance', 'unknown'] as const
export type ServiceState = (typeof SERVICE_STATES)[number]
