import path from 'node:path'
import { distDir, inRoot, root } from './paths.mjs'
import { runQuietly, Sentence, step } from './progress.mjs'
import { hashOf, isStamped, setStamp } from './stamp.mjs'

const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'package.json',
  'package-lock.json',
  'next.config.js',
  'tsconfig.json',
]

/** Builds the pages when anything that they are made from has changed. */
export async function ensureBuilt(node) {
  const stamp = hashOf(SOURCES)
  const file = path.join(distDir(), 'claviger-stamp')
  if (isStamped(file, stamp)) return
  await step('Building the pages (once)', async () => {
    const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
    const { code, output } = await runQuietly(node, [inRoot('node_modules/next/dist/bin/next'), 'build'], {
      cwd: root,
      env,
    })
    if (code !== 0) {
      const reason = output.includes('ENOSPC') ? 'the disk is full.' : `\n${output}`
      throw new Sentence(`The pages could not be built: ${reason}`)
    }
    setStamp(file, stamp)
  })
}
