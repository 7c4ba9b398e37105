import type { Program } from './fetch-by-scoped-key.ts'

const AGENT_CHARS = 200

/** The program that presents a scoped key; null for a person, or for nobody. */
export function programOf(headers: Headers, address: string | null): Program | null {
  const secret = /^Bearer\s+(clv_key_\S{1,200})$/i.exec(headers.get('authorization') ?? '')?.[1]
  const agent = headers
    .get('user-agent')
    ?.replace(/[^\x20-\x7e]/g, '')
    .slice(0, AGENT_CHARS)
  return secret ? { secret, address, agent: agent || null } : null
}
