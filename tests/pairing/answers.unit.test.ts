import { expect, test } from 'vitest'
import { ANSWER_CASES } from './answer-cases.ts'
import { concludeFrom, providerOf } from './conclude-from.ts'

test('the table is as long as it claims to be', () => {
  expect(ANSWER_CASES.length).toBeGreaterThanOrEqual(150)
})

test.each(ANSWER_CASES.map((row) => [...row.slice(0, 3), row] as const))(
  '%s: reads as %s an answer with HTTP %s',
  async (_, verdict, __, [id, , status, body, headers = {}]) => {
    const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
    const conclusion = await concludeFrom(providerOf(id), { status, body, headers: lower })
    expect({ verdict: conclusion.verdict, because: conclusion.because, body }).toMatchObject({ verdict })
  },
)
