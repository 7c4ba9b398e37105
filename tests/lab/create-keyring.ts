import { randomText } from './random-text.ts'
import type { IssuedKey, IssueOptions, Provider } from './scenario.ts'

export type Keyring = ReturnType<typeof createKeyring>

/** The keys that this lab has issued, and how each one answers now. */
export function createKeyring(providers: Provider[]) {
  const keys = new Map<string, IssuedKey>()

  function providerOf(id: string): Provider {
    const provider = providers.find((one) => one.id === id)
    if (!provider) throw new Error(`The lab has no provider "${id}": ${providers.map((one) => one.id).join(', ')}`)
    return provider
  }

  function shownOf({ providerId, value }: IssuedKey): string {
    return providerOf(providerId).shownOf?.(value) ?? value
  }

  function mustKnow(provider: Provider, scenario: string): string {
    const names = ['valid', 'clock_skew', ...provider.scenarios.map((one) => one.name)]
    if (!names.includes(scenario)) throw new Error(`${provider.id} has no scenario "${scenario}": ${names.join(', ')}`)
    return scenario
  }

  return {
    providerOf,

    /** Mints a random key in the provider's real format, or takes one back. */
    issue(providerId: string, options: IssueOptions = {}): string {
      const provider = providerOf(providerId)
      const [usual] = Object.keys(provider.formats)
      const format = provider.formats[options.kind ?? usual ?? '']
      if (!format) throw new Error(`${providerId} has no key kind "${options.kind}"`)
      const value = options.value ?? format.mint(options)
      const scenario = mustKnow(provider, options.scenario ?? 'valid')
      keys.set(value, { ...options, value, providerId, scenario, account: randomText('alphanumeric', 16) })
      return value
    },

    /** Changes how an issued key answers from now on. */
    set(value: string, scenario: string): void {
      const key = keys.get(value)
      if (!key) throw new Error('This key was not issued by the lab')
      key.scenario = mustKnow(providerOf(key.providerId), scenario)
    },

    /** A key is known only to the host that it was issued for. */
    find(presented: string, host: string): IssuedKey | undefined {
      const key = keys.get(presented) ?? [...keys.values()].find((one) => shownOf(one) === presented)
      return key && providerOf(key.providerId).host === host ? key : undefined
    },
  }
}
