import { expect, test } from 'vitest'
import { ANSWER_CASES } from './answer-cases.ts'
import { concludeFrom, providerOf } from './conclude-from.ts'

test('the table is as long as it claims to be', () => {
  expect(ANSWER_CASES.length).toBeGreaterThanOrEqual(150)
})

const cases = ANSWER_CASES.map(([id, verdict, status, body, headers]) => ({ id, verdict, status, body, headers }))

test.each(cases)(
  '$id: reads as $verdict an answer with HTTP $status ($#)',
  async ({ id, verdict, status, body, headers = {} }) => {
    const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
    const conclusion = await concludeFrom(providerOf(id), { status, body, headers: lower })
    expect({ verdict: conclusion.verdict, because: conclusion.because, body }).toMatchObject({ verdict })
  },
)
