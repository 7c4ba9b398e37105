import { existsSync } from 'node:fs'
import type { Runtime } from './runtime.ts'

/** What `lib/tools/demo.ts` brings: simulated providers, and a project filled by running the product against them. */
export interface Demo {
  /** Settings that lead outbound calls to the simulated providers. */
  settings: Record<string, string>
  fill(runtime: Runtime): Promise<void>
  stop(): Promise<void>
}

export async function startDemo(): Promise<Demo | undefined> {
  const tool = new URL('../tools/demo.ts', import.meta.url)
  if (!process.argv.includes('--demo') || !existsSync(tool)) return undefined
  const { startDemo: start } = (await import(tool.href)) as { startDemo(): Promise<Demo> }
  return start()
}
