/** Proofs that take longer than `npm test` may: `npm run prove -- kills [--seed N] [--named N] [--random N]`. */
import { parseArgs } from 'node:util'
import { points } from './kills/points.ts'
import { proveKills, type Round } from './kills.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, named: { type: 'string' }, random: { type: 'string' } },
})
const numberOf = (text: string | undefined, otherwise: number) => (text === undefined ? otherwise : Number(text))

if (positionals[0] !== 'kills') {
  console.error('Choose what to prove: npm run prove -- kills')
  process.exit(2)
}
const seed = numberOf(values.seed, Date.now() % 1_000_000)
process.stdout.write(`Kills, seed ${seed}\n`)
const rounds = await proveKills({
  seed,
  named: numberOf(values.named, points.length),
  random: numberOf(values.random, 100),
  onRound: printRound,
})
const failed = rounds.filter(({ wrong }) => wrong.length > 0).length
const restarts = rounds
  .map(({ restartMs }) => restartMs)
  .filter(Boolean)
  .sort((one, other) => one - other)
process.stdout.write(
  `Next start: ${seconds(restarts[Math.floor(restarts.length / 2)])} at the median, ${seconds(restarts.at(-1))} at most\n`,
)
process.stdout.write(`${rounds.length - failed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)

function seconds(ms = 0): string {
  return `${(ms / 1000).toFixed(1)} s`
}

function printRound({ name, restartMs, wrong }: Round): void {
  const state = wrong.length === 0 ? 'ok' : 'FAILED'
  process.stdout.write(`${state.padEnd(7)}${name.padEnd(64)}${seconds(restartMs).padStart(8)}\n`)
  for (const sentence of wrong) process.stdout.write(`       ${sentence}\n`)
}
