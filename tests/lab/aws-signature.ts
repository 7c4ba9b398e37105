import { createHash, createHmac } from 'node:crypto'

/** One line for each header that a signature covers, as AWS's documentation of Signature Version 4 puts them together. */
export type Signed = {
  method: string
  path: string
  query: string
  headers: [name: string, value: string][]
  body: string
}

/** The signature that AWS itself works out for a request, from its copy of the secret. */
export function awsSignature(request: Signed, secret: string, scope: string, time: string): string {
  const [day = '', region = '', service = ''] = scope.split('/')
  const names = request.headers.map(([name]) => name).join(';')
  const lines = request.headers.map(([name, value]) => `${name}:${value}\n`).join('')
  const hash = createHash('sha256').update(request.body).digest('hex')
  const canonical = `${request.method}\n${request.path}\n${request.query}\n${lines}\n${names}\n${hash}`
  const digest = createHash('sha256').update(canonical).digest('hex')
  const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
  const signingKey = mac(mac(mac(mac(`AWS4${secret}`, day), region), service), 'aws4_request')
  return mac(signingKey, `AWS4-HMAC-SHA256\n${time}\n${scope}\n${digest}`).toString('hex')
}
