import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

export interface Surroundings {
  dev: boolean
  /** Whether people reach this installation over HTTPS. */
  secure: boolean
}

/**
 * Sets the headers of every answer. Next puts the nonce on its own scripts when it finds the policy in the request, so
 * the policy goes there too.
 */
export function setSecurityHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  surroundings: Surroundings,
): void {
  const policy = contentSecurityPolicy(randomBytes(16).toString('base64'), surroundings.dev)
  request.headers['content-security-policy'] = policy
  response.setHeader('Content-Security-Policy', policy)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('X-Frame-Options', 'DENY')
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
  if (surroundings.secure) response.setHeader('Strict-Transport-Security', 'max-age=31536000')
}

/** Inline style attributes stay allowed for charts and virtual rows; nothing comes from another origin. */
function contentSecurityPolicy(nonce: string, dev: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ')
}
