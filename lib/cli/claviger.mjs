#!/usr/bin/env node
/*
 * `npx claviger …`: begins on whatever Node.js the machine has and goes on in TypeScript on Node.js 24. What it prepares
 * is told on standard error, for standard output belongs to the command.
 */
import { ensureGenerated } from './launch/generate.mjs'
import { ensureInstalled } from './launch/install.mjs'
import { inRoot } from './launch/paths.mjs'
import { pickNode } from './launch/pick-node.mjs'
import { runOpenly, Sentence } from './launch/progress.mjs'

try {
  await ensureInstalled()
  const node = pickNode()
  await ensureGenerated(node)
  // The command keeps the caller's folder, so that FILE means what it says; the data folder does not depend on it.
  const env = { ...process.env, CLAVIGER_DATA_DIR: process.env.CLAVIGER_DATA_DIR || inRoot('.claviger') }
  const args = ['--disable-warning=ExperimentalWarning', inRoot('lib/cli/main.ts'), ...process.argv.slice(2)]
  process.exitCode = await runOpenly(node, args, { env })
} catch (error) {
  console.error(error instanceof Sentence ? error.message : error)
  process.exitCode = 1
}
