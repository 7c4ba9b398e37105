import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readEnv } from '#lib/env'
import type { Demo } from '#lib/server/start-demo'
import { type DemoRecord, openDemoRecord, saveDemoRecord } from './demo/demo-record.ts'
import { fill } from './demo/fill.ts'
import { openLab } from './demo/lab.ts'
import { people } from './demo/people.ts'
import { demoSettings } from './demo/settings.ts'

/**
 * Simulated providers, and an installation of its own that lives from them. Throws a sentence, before anything is
 * started, where the data folder holds something other than a demo.
 */
export async function startDemo(): Promise<Demo> {
  const { dataDir } = readEnv()
  const record = openDemoRecord(dataDir)
  const lab = await openLab()
  const folder = await mkdtemp(path.join(tmpdir(), 'claviger-demo-'))
  const caFile = path.join(folder, 'lab-ca.pem')
  await writeFile(caFile, lab.ca)
  return {
    settings: demoSettings(lab, caFile),
    fill: async () => {
      await fill({ lab, record, save: () => saveDemoRecord(dataDir, record), say: (line) => print(`Demo: ${line} …`) })
      print(invitation(record))
    },
    stop: async () => {
      await lab.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function invitation({ password }: DemoRecord): string {
  const rows = Object.values(people).map(({ name, email }) => `  ${email.padEnd(28)} ${name}`)
  return [
    '\nThis is a demo: its providers are simulated on this machine, and nothing in it is real.',
    `Sign in with the password ${password} as`,
    ...rows,
    '',
  ].join('\n')
}

const print = (line: string) => process.stdout.write(`${line}\n`)
