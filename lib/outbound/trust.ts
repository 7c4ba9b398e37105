import { readFileSync } from 'node:fs'
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls'
import { AppError } from '#lib/errors'

const contexts = new Map<string, SecureContext>()

/** What this machine trusts: Node's own authorities (with NODE_EXTRA_CA_CERTS) and the operator's file. Made once per file. */
export function trust(extraCaCerts: string | undefined): SecureContext {
  const name = extraCaCerts ?? ''
  let context = contexts.get(name)
  if (!context) {
    context = createSecureContext(
      extraCaCerts ? { ca: [...getCACertificates('default'), readAuthorities(extraCaCerts)] } : {},
    )
    contexts.set(name, context)
  }
  return context
}

function readAuthorities(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new AppError('unavailable', `NODE_EXTRA_CA_CERTS: the file ${path} cannot be read.`, { cause })
  }
}
