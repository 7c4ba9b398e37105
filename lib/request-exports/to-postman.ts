import type { DescribedRequest } from './describe-request.ts'

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'

/** A collection of format 2.1. Its variables are empty and secret: they are filled in Postman, where they stay. */
export function toPostman(request: DescribedRequest): string {
  const { name, method, url, headers, body, variables } = request
  const collection = {
    info: { name, description: 'Fill in the variables first; they are not part of this file.', schema: SCHEMA },
    item: [
      {
        name,
        request: {
          method,
          url,
          header: headers.map(([key, value]) => ({ key, value })),
          ...(body !== undefined && { body: { mode: 'raw', raw: body } }),
          auth: authOf(request),
        },
      },
    ],
    variable: variables.map((key) => ({ key, value: '', type: 'secret' })),
  }
  return `${JSON.stringify(collection, null, 2)}\n`
}

function authOf({ auth }: DescribedRequest) {
  if (!auth) return { type: 'noauth' }
  const field = (key: string, value: string) => ({ key, value, type: 'string' })
  if (auth.kind === 'basic')
    return { type: 'basic', basic: [field('username', auth.user), field('password', auth.password)] }
  const { accessKeyId, secretAccessKey, region, service } = auth
  return {
    type: 'awsv4',
    awsv4: [
      field('accessKey', accessKeyId),
      field('secretKey', secretAccessKey),
      field('region', region),
      field('service', service),
    ],
  }
}
