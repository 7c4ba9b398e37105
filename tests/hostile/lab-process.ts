/** The lab in a process of its own, so that what its answers cost is measured on the reader's side alone. */
import { startLab } from '../lab/start-lab.ts'

export interface LabMessage {
  urls: Record<string, string>
  keys: Record<string, string>
}

const lab = await startLab()
const names = Object.keys(lab.hostile)
process.send?.({
  urls: lab.hostile,
  keys: Object.fromEntries(names.map((name) => [name, lab.issue('openai')])),
} satisfies LabMessage)
// Asked for by name: how many requests that server saw.
process.on('message', (server: string) => process.send?.(lab.requests.filter((one) => one.server === server).length))
process.on('disconnect', () => lab.stop().then(() => process.exit(0)))
