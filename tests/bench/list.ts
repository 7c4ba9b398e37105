import { newId } from '#lib/ids'
import { callRoute } from '../support/call-route.ts'
import { type Installation, startInstallation } from './installation.ts'
import { type Bench, durationFigure, ratioFigure, timeEach } from './measure.ts'

const TIMES = 200

/** A page of 50 out of 10,000 keys against the same page out of 100. */
export const list: Bench = {
  name: 'list',
  async run() {
    const installation = await startInstallation()
    try {
      const page = async () => {
        const answer = await callRoute('GET', '/keys?limit=50', { token: installation.token })
        if (((await answer.json()) as { items: unknown[] }).items.length !== 50) throw new Error('the page is not full')
      }
      await addKeys(installation, 0, 100)
      const few = await timeEach(page, TIMES)
      await addKeys(installation, 100, 10_000)
      const many = await timeEach(page, TIMES)
      return [
        durationFigure('50 out of 100 keys', few),
        durationFigure('50 out of 10,000 keys', many),
        ratioFigure('10,000 / 100', many, few, 1.5),
      ]
    } finally {
      await installation.stop()
    }
  },
}

/** Rows as the verbs would write them, without ten thousand audit events. */
async function addKeys({ db, project, analyze }: Installation, from: number, to: number): Promise<void> {
  const rows = Array.from({ length: to - from }, (_, index) => {
    const number = from + index
    return {
      id: newId('key'),
      projectId: project.id,
      environmentId: project.environmentId,
      name: `KEY_${String(number * 7919).padStart(9, '0')}`,
      provider: 'openai',
      masked: '…0000',
      fingerprint: `${number}`,
    }
  })
  await db.key.createMany({ data: rows })
  await db.keyState.createMany({
    data: rows.map(({ id }) => ({ keyId: id, lastVerdict: 'paired', lastPairingAt: new Date() })),
  })
  await analyze()
}
