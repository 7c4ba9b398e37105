import { invalid } from '#lib/errors'
import { publicCatalog } from '#lib/providers/public-catalog'
import { recognise } from '#lib/providers/recognise'

const LONG_FOR_A_NAME = 32
const PROVIDERS = publicCatalog.filter(({ takesAnyKey }) => !takesAnyKey)

export const VALUE_AS_NAME = 'This looks like the key itself. A name is shown to everyone here.'

/** Whether a name is a pasted key: names stand in lists and in the audit log, for everyone to read. */
export function isValueAsName(name: string): boolean {
  const [best] = recognise(name, PROVIDERS)
  return best?.by === 'whole' || (best?.by === 'prefix' && name.length >= LONG_FOR_A_NAME)
}

/** `invalid` for a name that is a pasted key. */
export function refuseValueAsName(name: string | undefined): void {
  if (name !== undefined && isValueAsName(name)) throw invalid('name', VALUE_AS_NAME)
}
