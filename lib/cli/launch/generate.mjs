import { inRoot, root } from './paths.mjs'
import { runQuietly, Sentence, step } from './progress.mjs'
import { hashOf, isStamped, setStamp } from './stamp.mjs'

/** Generates the database client when the schema has changed. */
export async function ensureGenerated(node) {
  const stamp = hashOf(['prisma/schema.prisma', 'package-lock.json'])
  const file = inRoot('lib/db/generated/.stamp')
  if (isStamped(file, stamp)) return
  await step('Generating the database client', async () => {
    const args = [
      inRoot('node_modules/prisma/build/index.js'),
      'generate',
      '--config',
      'prisma/config.ts',
      '--no-hints',
    ]
    // Prisma would download an engine that generating does not use; any program in its place will do.
    const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: node, CHECKPOINT_DISABLE: '1' }
    const { code, output } = await runQuietly(node, args, { cwd: root, env })
    if (code !== 0) throw new Sentence(`The database client could not be generated:\n${output}`)
    setStamp(file, stamp)
  })
}
