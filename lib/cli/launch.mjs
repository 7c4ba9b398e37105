/*
 * What every npm script of this repository runs. It begins on whatever Node.js the machine has, with nothing installed,
 * so it and its neighbours in launch/ are plain JavaScript without dependencies.
 */
import { ensureBuilt } from './launch/build.mjs'
import { ensureGenerated } from './launch/generate.mjs'
import { ensureInstalled } from './launch/install.mjs'
import { pickNode } from './launch/pick-node.mjs'
import { Sentence } from './launch/progress.mjs'
import { serve } from './launch/serve.mjs'
import { test } from './launch/test.mjs'

const [command, ...args] = process.argv.slice(2)
const demo = args.includes('--demo') ? { CLAVIGER_DATA_DIR: process.env.CLAVIGER_DATA_DIR || '.claviger-demo' } : {}

const commands = {
  start: async (node) => {
    await ensureBuilt(node)
    return serve(node, 'lib/server/main.ts', args, { ...demo, NODE_ENV: 'production' })
  },
  dev: (node) => serve(node, 'lib/server/main.ts', ['--dev', ...args], { ...demo, NODE_ENV: 'development' }),
  test: (node) => test(node, args),
  lab: (node) => serve(node, 'tests/lab/main.ts', args, {}),
  bench: async (node) => {
    await ensureBuilt(node)
    return serve(node, 'tests/bench/main.ts', args, { NODE_ENV: 'production' })
  },
  prove: async (node) => {
    await ensureBuilt(node)
    return serve(node, 'tests/prove/main.ts', args, { NODE_ENV: 'production' })
  },
  'acceptance:openclaw': async (node) => {
    await ensureBuilt(node)
    return serve(node, 'tests/acceptance/openclaw/main.ts', args, { NODE_ENV: 'production' })
  },
  'new:provider': (node) => serve(node, 'lib/tools/new-provider.ts', args, {}),
  generate: async () => 0,
}

async function launch() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Sentence(`Claviger needs Node.js 20 or newer to start; this is ${process.version}.`)
  }
  const run = Object.hasOwn(commands, command) ? commands[command] : undefined
  if (!run) throw new Sentence(`There is no ${command}. Choose one of: ${Object.keys(commands).join(', ')}.`)
  await ensureInstalled()
  const node = pickNode()
  await ensureGenerated(node)
  return run(node)
}

try {
  process.exitCode = await launch()
} catch (error) {
  console.error(error instanceof Sentence ? error.message : error)
  process.exitCode = 1
}
