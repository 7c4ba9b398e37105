import { createHash, createHmac } from 'node:crypto'
import type { CallToSign } from './provider.ts'

export interface AwsCredentials {
  accessKeyId: string
  secretAccessKey: string
  /** Of temporary credentials; sent and signed. */
  sessionToken?: string
}

export interface AwsScope {
  region: string
  service: string
}

const ALGORITHM = 'AWS4-HMAC-SHA256'

/**
 * The headers that sign a call with AWS Signature Version 4. They hold nothing of the secret.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signAwsRequest(
  call: CallToSign,
  credentials: AwsCredentials,
  { region, service }: AwsScope,
): Record<string, string> {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials
  const url = new URL(call.url)
  const time = call.at.toISOString().replace(/[-:]|\.\d+/g, '')
  const day = time.slice(0, 8)
  const own = { 'x-amz-date': time, ...(sessionToken && { 'x-amz-security-token': sessionToken }) }
  const signed = Object.entries({ host: url.host, ...own })
  const names = signed.map(([name]) => name).join(';')
  const canonical = [
    call.method,
    url.pathname,
    canonicalQuery(url.searchParams),
    ...signed.map(([name, value]) => `${name}:${value}`),
    '',
    names,
    sha256(call.body ?? ''),
  ].join('\n')
  const scope = `${day}/${region}/${service}/aws4_request`
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`)
  const signature = hmac(key, [ALGORITHM, time, scope, sha256(canonical)].join('\n')).toString('hex')
  return {
    ...own,
    authorization: `${ALGORITHM} Credential=${accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
  }
}

function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map((pair) => pair.join('='))
    .join('&')
}

/** By code unit: the order of a locale is another one. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
