import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { inRoot } from './paths.mjs'
import { Sentence } from './progress.mjs'

/** The oldest Node.js with every fix that Claviger relies on. */
const SUPPORTED = [24, 22, 1]

/** The Node.js that runs Claviger: this one when it is new enough, else the one that npm brought. */
export function pickNode() {
  if (isAtLeast(SUPPORTED)) return process.execPath
  const brought = inRoot('node_modules', `node-${platform()}-${process.arch}`, 'bin', `node${extension()}`)
  if (existsSync(brought) && spawnSync(brought, ['--version']).status === 0) return brought
  if (isAtLeast([24, 0, 0])) return process.execPath
  throw new Sentence(
    `Claviger runs on Node.js 24, and npm has none for ${process.platform}-${process.arch}. Install Node.js ${SUPPORTED.join('.')} or newer and start again.`,
  )
}

function isAtLeast(wanted) {
  const found = process.versions.node.split('.').map(Number)
  const difference = wanted.map((part, index) => found[index] - part).find((each) => each !== 0)
  return difference === undefined || difference > 0
}

const platform = () => (process.platform === 'win32' ? 'win' : process.platform)
const extension = () => (process.platform === 'win32' ? '.exe' : '')
