import type { DescribedRequest } from './describe-request.ts'
import { toYaml, type YamlValue } from './to-yaml.ts'

/** An export of format 5. Its variables are empty: they are filled in the environment, on the machine of whoever does. */
export function toInsomnia(request: DescribedRequest): string {
  const { name, method, url, headers, body, variables } = request
  return toYaml({
    type: 'collection.insomnia.rest/5.0',
    name,
    meta: { id: 'wrk_claviger_pairing' },
    collection: [
      {
        url,
        name,
        meta: { id: 'req_claviger_pairing' },
        method,
        ...(body !== undefined && { body: { mimeType: mimeTypeOf(headers), text: body } }),
        headers: headers.map(([header, value]) => ({ name: header, value })),
        authentication: authOf(request),
        // Its importer wants all of them once there is one.
        settings: {
          renderRequestBody: true,
          encodeUrl: true,
          followRedirects: 'off',
          cookies: { send: false, store: false },
          rebuildPath: true,
        },
      },
    ],
    environments: {
      name: 'Base Environment',
      meta: { id: 'env_claviger_pairing' },
      data: Object.fromEntries(variables.map((variable) => [variable, ''])),
    },
  })
}

function mimeTypeOf(headers: DescribedRequest['headers']): string {
  return headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? 'text/plain'
}

function authOf({ auth }: DescribedRequest): { [name: string]: YamlValue } {
  if (!auth) return { type: 'none' }
  if (auth.kind === 'basic') return { type: 'basic', username: auth.user, password: auth.password, disabled: false }
  const { accessKeyId, secretAccessKey, region, service } = auth
  return { type: 'iam', accessKeyId, secretAccessKey, region, service, disabled: false }
}
