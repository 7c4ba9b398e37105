import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { rolldown } from 'rolldown'
import { pack } from 'tar-stream'
import manifest from '../../package.json' with { type: 'json' }

const ROOT = path.resolve(import.meta.dirname, '../..')

/**
 * The client as a package, `npm i -g https://HOST/cli.tgz`: the command and the module for Node.js, each in one file
 * that nothing has to be built or fetched for.
 */
export async function packClient(): Promise<Buffer> {
  const [command, module, types, license] = await Promise.all([
    bundle('lib/client/main.ts'),
    bundle('lib/client/index.ts'),
    readFile(path.join(ROOT, 'lib/client/published.d.ts'), 'utf8'),
    readFile(path.join(ROOT, 'LICENSE'), 'utf8'),
  ])
  const about = {
    name: 'claviger',
    version: manifest.version,
    description: 'Client of Claviger: keys for programs, from the server that keeps them.',
    license: manifest.license,
    type: 'module',
    bin: { claviger: './claviger.mjs' },
    exports: { '.': { types: './index.d.ts', default: './index.mjs' } },
    engines: { node: '>=20' },
  }
  const tar = pack()
  const files = {
    'package.json': `${JSON.stringify(about, null, 2)}\n`,
    'claviger.mjs': `#!/usr/bin/env node\n${command}`,
    'index.mjs': module,
    'index.d.ts': types,
    LICENSE: license,
  }
  for (const [name, text] of Object.entries(files))
    tar.entry({ name: `package/${name}`, mode: name === 'claviger.mjs' ? 0o755 : 0o644, mtime: new Date(0) }, text)
  tar.finalize()
  return promisify(gzip)(Buffer.concat(await Array.fromAsync(tar as AsyncIterable<Buffer>)))
}

async function bundle(entry: string): Promise<string> {
  const build = await rolldown({
    cwd: ROOT,
    input: entry,
    platform: 'node',
    transform: { define: { CLAVIGER_VERSION: JSON.stringify(manifest.version) }, target: 'node20' },
  })
  const { output } = await build.generate({ format: 'esm', codeSplitting: false })
  await build.close()
  const [chunk] = output
  return chunk.code
}
