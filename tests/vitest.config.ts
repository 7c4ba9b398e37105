import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './support/longest-first.ts'

const root = path.resolve(import.meta.dirname, '..')
const support = (name: string) => path.join(import.meta.dirname, 'support', name)

export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    pool: 'forks',
    // One process for many files, one after the other: one for each would spend half its time on loading the same code again.
    isolate: false,
    // More than there are cores on a small machine: much of what these tests do is wait for a server, a clock or a browser.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // What is waited for comes within a moment; on a machine that does three things at once a moment may be seconds.
    expect: { poll: { timeout: 10_000 } },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/**/*.unit.test.{ts,tsx}'] } },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/**/*.integration.test.ts'],
          globalSetup: [support('database-server.ts')],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/**/*.e2e.test.ts'],
          globalSetup: [support('database-server.ts')],
          // A browser and a server fill a core by themselves.
          maxWorkers: 2,
          testTimeout: 240_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
