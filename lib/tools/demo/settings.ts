import type { Lab } from './lab.ts'

/** What belongs to a real installation: a demo has its own database and master key, and writes to nobody. */
const NOT_FOR_A_DEMO = [
  'DATABASE_URL',
  'DATABASE_ADMIN_URL',
  'CLAVIGER_MASTER_KEY',
  'CLAVIGER_MASTER_KEY_FILE',
  'SMTP_URL',
  'CLAVIGER_OIDC_ISSUER',
  'CLAVIGER_OIDC_CLIENT_ID',
  'CLAVIGER_OIDC_CLIENT_SECRET',
]

/** Leads every outbound call to the lab: providers are reached under their real names, through its proxy. */
export function demoSettings(lab: Pick<Lab, 'proxies'>, caFile: string): Record<string, string> {
  // A name instead of an address, so that a pairing test has something to look up.
  const proxy = lab.proxies.open.replace('127.0.0.1', 'localhost')
  return {
    ...Object.fromEntries(NOT_FOR_A_DEMO.map((name) => [name, ''])),
    HTTPS_PROXY: proxy,
    HTTP_PROXY: proxy,
    NO_PROXY: '127.0.0.1',
    NODE_EXTRA_CA_CERTS: caFile,
    CLAVIGER_OUTBOUND_ALLOW: '127.0.0.1',
    CLAVIGER_DNS_COMPARE: '',
    CLAVIGER_CONTROL_HOSTS: '',
  }
}
