import type { IncomingHttpHeaders } from 'node:http'

/** Headers that Next, next-auth or Claviger itself would believe, and that no caller may set. */
const SPOOFABLE =
  /^(x-(forwarded|middleware|nextjs|now|matched|invoke|prerender|vercel|claviger|real)-.*|forwarded|content-security-policy(-report-only)?|x-nonce)$/
/** The development client numbers its own requests with these. */
const DEVELOPMENT = /^x-nextjs-(html-)?request-id$/

export function cleanHeaders(headers: IncomingHttpHeaders, dev: boolean): void {
  for (const name of Object.keys(headers)) {
    if (SPOOFABLE.test(name) && !(dev && DEVELOPMENT.test(name))) delete headers[name]
  }
}
