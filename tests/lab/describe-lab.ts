import type { Lab } from './start-lab.ts'

export type LabDescription = ReturnType<typeof describeLab>

/** Addresses, and one fresh key for every scenario of every provider. */
export function describeLab(lab: Lab, places: { caFile: string; interceptorCaFile: string; control: string }) {
  return {
    ...places,
    providers: lab.providerIds.map((id) => ({
      id,
      baseUrl: lab.url(id),
      tlsBaseUrl: lab.url(id, { tls: true }),
      keys: ['valid', ...lab.scenarios(id).map((one) => one.name)].map((scenario) => ({
        scenario,
        expectedVerdict: lab.scenarios(id).find((one) => one.name === scenario)?.expectedVerdict ?? 'paired',
        value: lab.issue(id, { scenario }),
      })),
    })),
    tls: lab.tls,
    proxies: lab.proxies,
    ports: lab.ports,
    hostile: lab.hostile,
  }
}

/** The same for a reader in a terminal. */
export function printLab(lab: LabDescription): string {
  const rows = (title: string, entries: Record<string, string | number>) =>
    [`\n${title}`, ...Object.entries(entries).map(([name, value]) => `  ${name.padEnd(24)} ${value}`)].join('\n')
  const providers = lab.providers.map(
    ({ id, baseUrl, tlsBaseUrl, keys }) =>
      `\n${id}\n  ${baseUrl}   ${tlsBaseUrl}\n${keys
        .map(
          ({ scenario, expectedVerdict, value }) => `  ${scenario.padEnd(24)} ${expectedVerdict.padEnd(24)} ${value}`,
        )
        .join('\n')}`,
  )
  return [
    'The provider lab is running. Every key below was made just now and works nowhere else.',
    'Columns: scenario, the verdict that it should lead to, the key.',
    ...providers,
    rows('TLS faults (base URLs like OpenAI’s)', lab.tls),
    rows('Proxies (authRequired: lab / lab)', lab.proxies),
    rows('Ports on 127.0.0.1', lab.ports),
    rows('Hostile servers (base URLs)', lab.hostile),
    '\nPoint Claviger at it',
    '  CLAVIGER_OUTBOUND_ALLOW=127.0.0.1 npm start       then use the addresses above as base URL',
    `  NODE_EXTRA_CA_CERTS=${lab.caFile}       for the https addresses`,
    `  HTTPS_PROXY=${lab.proxies.open}       to reach the lab under the providers’ real names`,
    '\nChange a key while this runs',
    `  curl -X PUT ${lab.control}/keys -d '{"value":"KEY","scenario":"revoked"}'`,
    `  curl -X POST ${lab.control}/keys -d '{"provider":"openai","scenario":"billing"}'`,
    '\nCtrl-C stops it.\n',
  ].join('\n')
}
