import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeLab, printLab } from './describe-lab.ts'
import { startControl } from './start-control.ts'
import { startLab } from './start-lab.ts'

const folder = await mkdtemp(join(tmpdir(), 'claviger-lab-'))
const lab = await startLab()
const control = await startControl(lab)
const places = {
  caFile: join(folder, 'ca.pem'),
  interceptorCaFile: join(folder, 'interceptor-ca.pem'),
  control: control.url,
}
await writeFile(places.caFile, lab.ca)
await writeFile(places.interceptorCaFile, lab.interceptorCa)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
process.stdout.once('error', stop)

const description = describeLab(lab, places)
process.stdout.write(process.argv.includes('--json') ? `${JSON.stringify(description)}\n` : printLab(description))

async function stop(): Promise<void> {
  await Promise.all([lab.stop(), control.close(), rm(folder, { recursive: true, force: true })])
  process.exit(0)
}
