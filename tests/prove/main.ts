/**
 * Proofs that take longer than `npm test` may: `npm run prove -- kills [--seed N] [--named N] [--random N]`, and
 * `npm run prove -- rotation [--seed N] [--keys N] [--hits N]`.
 */
import { parseArgs } from 'node:util'
import { points } from './kills/points.ts'
import { proveKills, type Round } from './kills.ts'
import { type ProvenPoint, proveRotations } from './rotations.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    named: { type: 'string' },
    random: { type: 'string' },
    keys: { type: 'string' },
    hits: { type: 'string' },
  },
})
const numberOf = (text: string | undefined, otherwise: number) => (text === undefined ? otherwise : Number(text))

const seed = numberOf(values.seed, Date.now() % 1_000_000)

const proofs: Record<string, () => Promise<number>> = { kills, rotation }
const proof = proofs[positionals[0] ?? '']
if (!proof) {
  console.error(`Choose what to prove: npm run prove -- ${Object.keys(proofs).join(' | ')}`)
  process.exit(2)
}
process.exit((await proof()) === 0 ? 0 : 1)

async function kills(): Promise<number> {
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
  return failed
}

async function rotation(): Promise<number> {
  process.stdout.write(`Rotations, seed ${seed}\n`)
  const points = await proveRotations({
    seed,
    keys: numberOf(values.keys, 12),
    hits: numberOf(values.hits, 20),
    onPoint: printPoint,
  })
  const failed = points.filter(({ wrong }) => wrong.length > 0).length
  const [kills, hits] = [
    points.reduce((sum, each) => sum + each.kills, 0),
    points.reduce((sum, each) => sum + each.hits, 0),
  ]
  process.stdout.write(`${kills} kills met ${hits} rotations\n${points.length - failed} passed, ${failed} failed\n`)
  return failed
}

function printPoint({ name, hits, kills, seconds: spent, wrong }: ProvenPoint): void {
  const state = wrong.length === 0 ? 'ok' : 'FAILED'
  process.stdout.write(`${state.padEnd(7)}${name.padEnd(48)}${kills} kills, ${hits} rotations, ${spent.toFixed(0)} s\n`)
  for (const sentence of new Set(wrong)) process.stdout.write(`       ${sentence}\n`)
}

function seconds(ms = 0): string {
  return `${(ms / 1000).toFixed(1)} s`
}

function printRound({ name, restartMs, wrong }: Round): void {
  const state = wrong.length === 0 ? 'ok' : 'FAILED'
  process.stdout.write(`${state.padEnd(7)}${name.padEnd(64)}${seconds(restartMs).padStart(8)}\n`)
  for (const sentence of wrong) process.stdout.write(`       ${sentence}\n`)
}
