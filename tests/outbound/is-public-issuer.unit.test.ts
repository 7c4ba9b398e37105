import { expect, it } from 'vitest'
import { isPublicIssuer } from '#lib/outbound/is-public-issuer'

it.each([
  'C=US, O=DigiCert Inc, CN=DigiCert Global G3 TLS ECC SHA384 2020 CA1',
  "C=US, O=Let's Encrypt, CN=E7",
  'C=US, O=Google Trust Services, CN=WE1',
  'C=US, O=Cloudflare, Inc., CN=Cloudflare TLS Issuing ECC CA 1',
])('knows %s as a public authority', (name) => expect(isPublicIssuer(name)).toBe(true))

it.each([
  'C=US, O=Zscaler Inc., CN=Zscaler Intermediate Root CA',
  'CN=DigiCert Inc',
  'O=Not DigiCert Inc',
  '',
  'CN=x, O=Example Corp',
])('does not take %j for a public authority', (name) => expect(isPublicIssuer(name)).toBe(false))
