import type { Json, Scenario } from './scenario.ts'

type Rest = Partial<Scenario> & Pick<Scenario, 'name' | 'expectedVerdict'>

/** Scenarios of one provider that share a source; `confirmed` unless one says otherwise. */
export function scenarioOf(source: string): (status: number, body: Json, rest: Rest) => Scenario {
  return (status, body, rest) => ({ status, body, source, confirmed: true, ...rest })
}

/** Marks an answer whose exact form is not documented: it may inform a hint, never a proof. */
export const unconfirmed = { confirmed: false, source: 'not documented: reported or general knowledge' }

/** Marks an answer that no provider gives: whoever reads it must say that it explains nothing known. */
export const madeUp = { confirmed: false, source: 'made up: matches nothing documented' }
