import { matchesFormat } from './matches-format.ts'
import type { PublicKeyFormat, PublicProvider } from './public-provider.ts'

export interface Recognition {
  providerId: string
  /** "project key"; null when only the variable's name speaks for this provider. */
  kind: string | null
  role: 'usable' | 'wrong_kind'
  environment: 'test' | 'live' | null
  /**
   * `whole`: the value has the documented form. `prefix`: it begins like one. `variable`: its name says so, and the value
   * says nothing of its own. `shared`: it has the form, and so has anything of that length: never enough to send it there.
   */
  by: 'whole' | 'prefix' | 'variable' | 'shared'
}

const WEIGHT = { whole: 100, prefix: 50, variable: 10, shared: 5 }

/**
 * Whose key this may be, best first, from the value (cleaned) and, where known, the name of its variable.
 * Safe in the browser: nothing leaves it.
 */
export function recognise(value: string, providers: readonly PublicProvider[], variable?: string): Recognition[] {
  const scored = providers.flatMap((provider) => {
    const best = bestFormat(value, provider.keyFormats)
    const named = variable !== undefined && isNamed(provider, variable)
    if (!best && !named) return []
    const recognition: Recognition = best
      ? {
          providerId: provider.id,
          kind: best.format.kind,
          role: best.format.role,
          environment: best.format.environment,
          by: named && best.by === 'shared' ? 'variable' : best.by,
        }
      : { providerId: provider.id, kind: null, role: 'usable', environment: null, by: 'variable' }
    return [{ recognition, score: weigh(best, named) }]
  })
  return scored.sort((a, b) => b.score - a.score).map(({ recognition }) => recognition)
}

/** A start of three letters (`sk-`) is nobody's own: the name of a variable says more than that. */
function weigh(match: Match | undefined, isNamed: boolean): number {
  const isVague = match?.by === 'prefix' && match.format.prefix.length <= 3
  return (isVague ? WEIGHT.shared + 1 : scoreOf(match)) + (isNamed ? WEIGHT.variable : 0)
}

interface Match {
  format: PublicKeyFormat
  by: Recognition['by']
}

function bestFormat(value: string, formats: PublicKeyFormat[]): Match | undefined {
  const matches = formats.flatMap((format): Match[] => {
    if (matchesFormat(value, format)) return [{ format, by: format.isShared ? 'shared' : 'whole' }]
    return value.startsWith(format.prefix) && format.prefix.length > 2 ? [{ format, by: 'prefix' }] : []
  })
  return matches.sort((a, b) => scoreOf(b) - scoreOf(a))[0]
}

/** The whole form beats its start, a usable kind beats a wrong one, a longer start beats `sk-`. */
function scoreOf(match: Match | undefined): number {
  if (!match) return 0
  if (match.by === 'shared') return WEIGHT.shared
  return WEIGHT[match.by] + (match.format.role === 'usable' ? 20 : 0) + Math.min(match.format.prefix.length, 15) / 2
}

/** `PROD_OPENAI_API_KEY` and `OPENAI_API_KEY_2` still name OpenAI. */
function isNamed(provider: PublicProvider, variable: string): boolean {
  const name = variable.toUpperCase()
  return provider.variables.some(
    (known) => name === known || name.endsWith(`_${known}`) || name.startsWith(`${known}_`),
  )
}
