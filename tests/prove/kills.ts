import { setTimeout as sleep } from 'node:timers/promises'
import { makeDataFolder, removeDataFolder } from '../support/data-folder.ts'
import { checkSurvival } from './kills/check-survival.ts'
import { killAll, launch, stopCleanly } from './kills/installation.ts'
import { type Desk, OPERATIONS, operations } from './kills/operations.ts'
import { type Point, points, unapply } from './kills/points.ts'
import { type Seeded, seeded } from './kills/seeded.ts'
import { type Crew, setUp } from './kills/set-up.ts'

export interface Round {
  name: string
  /** From the next start to ready. */
  restartMs: number
  /** What did not survive, in sentences; empty where everything did. */
  wrong: string[]
}

export interface KillsOptions {
  seed: number
  /** How many of the named points, chosen by the seed; all of them where left out. */
  named?: number
  random: number
  onRound?: (round: Round) => void
}

/**
 * Kills the real server at named points and at random moments, starts it again each time, and checks that nothing that
 * was acknowledged is lost and nothing is half done.
 */
export async function proveKills({ seed, named = points.length, random, onRound }: KillsOptions): Promise<Round[]> {
  const chance = seeded(seed)
  const chosen = named < points.length ? chance.shuffle(points).slice(0, named) : points
  const rounds: Round[] = []
  const add = (round: Round) => {
    rounds.push(round)
    onRound?.(round)
  }
  for (const point of chosen) if (point.when === 'fresh') add(await killFirstStart(point))
  const story = await beginStory()
  try {
    for (const point of chosen) if (point.when !== 'fresh') add(await story.round(point.name, () => story.meet(point)))
    for (let i = 1; i <= random; i++) {
      const isStart = i % 5 === 0
      const act = () => (isStart ? story.begin(chance, i % 10 === 0) : story.work(chance, i % 3 === 0))
      add(await story.round(`random ${i}${isStart ? ', during a start' : ''}`, act))
    }
    add(await story.lastLook())
  } finally {
    await story.end()
  }
  return rounds
}

/** On an empty folder there is nothing to lose: the next start must make everything, and its link must work. */
async function killFirstStart(point: Extract<Point, { when: 'fresh' | 'starting' }>): Promise<Round> {
  const dataDir = makeDataFolder()
  let running = await launch(dataDir)
  const wrong: string[] = []
  let restartMs = 0
  try {
    await until(() => point.sees(dataDir, running))
    await killAll(running, dataDir, point.withDatabase ?? false)
    const started = performance.now()
    running = await launch(dataDir)
    await running.ready
    restartMs = performance.now() - started
    await sleep(50)
    const token = /\/setup#(\S+)/.exec(running.logs())?.[1]
    const body = { token, email: 'first@example.test', name: 'The first', password: crypto.randomUUID() }
    const response = await fetch(`${running.baseUrl}/api/v1/setup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (response.status !== 201) wrong.push(`the first admin's link answers ${response.status}`)
  } catch (error) {
    wrong.push(messageOf(error))
  }
  await killAll(running, dataDir, true)
  removeDataFolder(dataDir)
  return { name: point.name, restartMs, wrong }
}

/** One installation that lives through all other rounds. */
async function beginStory() {
  const dataDir = makeDataFolder()
  let running = await launch(dataDir)
  await running.ready
  const crew: Crew = await setUp(running)
  let since = 0
  let isKilled = false
  const kill = async (withDatabase: boolean) => {
    isKilled = true
    await killAll(running, dataDir, withDatabase)
  }
  const desk = () => crew.at(running.baseUrl)

  const round = async (name: string, act: () => Promise<void>): Promise<Round> => {
    const wrong: string[] = []
    isKilled = false
    await act().catch((error) => wrong.push(messageOf(error)))
    if (!isKilled) await kill(false)
    wrong.push(...crew.ledger.complaints)
    const started = performance.now()
    const restartMs = await startAgain().then(
      () => performance.now() - started,
      (error) => void wrong.push(messageOf(error)),
    )
    if (restartMs !== undefined) wrong.push(...(await look()))
    crew.ledger.turnPage()
    return { name, restartMs: restartMs ?? 0, wrong }
  }
  const startAgain = async () => {
    running = await launch(dataDir)
    await running.ready
  }
  const look = async (all = false) => {
    try {
      const { wrong, seq } = await checkSurvival(desk(), dataDir, { since, all })
      since = seq
      return wrong
    } catch (error) {
      return [messageOf(error)]
    }
  }

  return {
    round,
    /** Brings about the moment of a point, and kills there. */
    async meet(point: Point): Promise<void> {
      const strike = () => kill(point.withDatabase ?? false)
      if (point.when === 'running') return point.act({ dataDir, running, desk: desk(), kill: strike })
      await point.prepare?.(dataDir)
      await stopCleanly(running)
      running = await launch(dataDir)
      await until(() => point.sees(dataDir, running))
      await strike()
    },
    /** Three clients at work, and a kill at any moment. */
    async work(chance: Seeded, withDatabase: boolean): Promise<void> {
      const at = desk()
      const clients = [0, 1, 2].map((client) => workUntilKilled(at, chance, client === 0))
      await sleep(20 + chance.whole(1500))
      await kill(withDatabase)
      await Promise.all(clients)
    },
    /** A start, with or without something to migrate, killed at any moment of it. */
    async begin(chance: Seeded, hasUpgrade: boolean): Promise<void> {
      if (hasUpgrade) await unapply(dataDir)
      await stopCleanly(running)
      running = await launch(dataDir)
      await sleep(chance.whole(1800))
      await kill(false)
    },
    /** Everything that was ever acknowledged. */
    async lastLook(): Promise<Round> {
      const { happened, not } = crew.ledger.inFlight
      const name = `at the end, everything (in flight: ${happened} had happened, ${not} had not)`
      return { name, restartMs: 0, wrong: await look(true) }
    },
    async end(): Promise<void> {
      await stopCleanly(running)
      await crew.lab.stop()
      removeDataFolder(dataDir)
    },
  }
}

/** A role has one writer, so that its last word is known. */
async function workUntilKilled(desk: Desk, chance: Seeded, mayGrant: boolean): Promise<void> {
  const choice = OPERATIONS.filter((name) => mayGrant || name !== 'grant')
  try {
    for (;;) await operations[chance.pick(choice)](desk)
  } catch {
    // The connection broke; an answer that was no success stands among the complaints.
  }
}

async function until(happens: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000
  while (!(await happens())) {
    if (Date.now() > deadline) throw new Error('The moment never came.')
    await sleep(1)
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
