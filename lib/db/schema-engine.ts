import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { bindMigrationAwareSqlAdapterFactory, type ErrorRegistry } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { Pool } from 'pg'
import { MigrationAdapter } from './migration-adapter.ts'

export type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'

/**
 * Lends Prisma's own schema engine, which comes in WebAssembly so that nothing has to be downloaded, connected to a
 * database. `datamodels` are pairs of a path and the text of a Prisma schema, for what compares with one.
 */
export async function withSchemaEngine<Result>(
  url: string,
  work: (engine: SchemaEngine) => Promise<Result>,
  datamodels?: [string, string][],
): Promise<Result> {
  await loadBindings()
  const pool = new Pool({ connectionString: url, max: 2 })
  const adapter = bindMigrationAwareSqlAdapterFactory(new MigrationAdapter(pool))
  try {
    const engine = await bindings.SchemaEngine.new({ datamodels }, () => {}, adapter)
    try {
      return await work(engine)
    } finally {
      engine.free()
    }
  } catch (error) {
    throw originalError(error, adapter.errorRegistry)
  } finally {
    await pool.end()
  }
}

let loading: Promise<void> | undefined

function loadBindings(): Promise<void> {
  loading ??= (async () => {
    const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')
    const bytes = await readFile(path.join(path.dirname(entry), 'schema_engine_bg.wasm'))
    const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': imports() })
    const exports = instance.exports as unknown as { __wbindgen_start(): void }
    bindings.__wbg_set_wasm(exports)
    exports.__wbindgen_start()
  })()
  return loading
}

/** The engine waits with a timer of ten seconds that it never clears; nobody else should have to wait for it. */
function imports(): WebAssembly.ModuleImports {
  const named = Object.entries(bindings as unknown as Record<string, (...args: unknown[]) => unknown>)
  const unreferenced = named.map(([name, call]) => {
    if (!name.startsWith('__wbg_setTimeout')) return [name, call] as const
    const wait = (...args: unknown[]) => (call(...args) as NodeJS.Timeout).unref()
    return [name, wait] as const
  })
  return Object.fromEntries(unreferenced)
}

/** The engine knows an error of the database only by its number in the adapter's registry. */
function originalError(error: unknown, registry: ErrorRegistry): unknown {
  const id = /External error id#(\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
  return id ? (registry.consumeError(Number(id))?.error ?? error) : error
}
