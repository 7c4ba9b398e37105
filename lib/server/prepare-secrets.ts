import type { Env } from '#lib/env'
import type { Keyring } from '#lib/vault/keyring'

/** Next and next-auth read these from the environment when they are loaded; both are this installation's own. */
export function prepareSecrets(env: Env, keyring: Keyring): void {
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = keyring.derive('server-action').toString('base64')
  process.env.NEXTAUTH_SECRET = keyring.derive('session').toString('base64')
  process.env.NEXTAUTH_URL = env.url
}
