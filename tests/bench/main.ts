import { cpus, totalmem } from 'node:os'
import { batch } from './batch.ts'
import { client } from './client.ts'
import { diagnosis } from './diagnosis.ts'
import { fetching } from './fetch.ts'
import { list } from './list.ts'
import { logs } from './logs.ts'
import type { Bench, Figure } from './measure.ts'
import { page } from './page.ts'
import { pairing } from './pairing.ts'
import { reveal } from './reveal.ts'
import { rotation } from './rotation.ts'
import { start } from './start.ts'
import { waiting } from './waiting.ts'

/** `npm run bench [-- NAME …]`: figures, each against a baseline of the same run. Exits 1 where a ratio misses its goal, or a verdict is wrong. */
const BENCHES: Bench[] = [
  pairing,
  batch,
  reveal,
  list,
  logs,
  page,
  start,
  fetching,
  waiting,
  client,
  rotation,
  diagnosis,
]

const DECIDING: Figure['unit'][] = ['×', 'wrong']

const wanted = process.argv.slice(2)
const chosen = BENCHES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
const say = (line: string) => process.stdout.write(`${line}\n`)

say(
  `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
)
let missed = 0
for (const bench of chosen) {
  say(`\n${bench.name}`)
  for (const figure of await bench.run()) {
    if (DECIDING.includes(figure.unit) && !isMet(figure)) missed++
    say(describe(figure))
  }
}
process.exitCode = missed > 0 ? 1 : 0

function isMet({ value, goal, least }: Figure): boolean {
  return (goal === undefined || value <= goal) && (least === undefined || value >= least)
}

function describe(figure: Figure): string {
  const { name, value, unit, goal, least, spread, note } = figure
  const shown = `${value.toFixed(unit === 'wrong' ? 0 : value < 10 ? 2 : 1)} ${unit}`
  const range = spread ? ` (${spread.map((each) => each.toFixed(1)).join('–')})` : ''
  const bound = goal !== undefined ? `at most ${goal}` : least !== undefined ? `at least ${least}` : undefined
  const verdict = bound ? `   ${isMet(figure) ? 'ok' : 'MISSED'}: ${bound} ${unit}` : ''
  return `  ${name.padEnd(44)} ${(shown + range).padEnd(28)}${verdict}${note ? `   ${note}` : ''}`
}
