import { newId } from '#lib/ids'
import { callRoute } from '../support/call-route.ts'
import { type Installation, randomOpenAiKey, startInstallation } from './installation.ts'
import { type Bench, durationFigure, ratioFigure, timePair } from './measure.ts'

const TIMES = 400

/** Reveal (authorise, audit committed, decrypt) against one indexed select and one committed insert through the same client. */
export const reveal: Bench = {
  name: 'reveal',
  async run() {
    const { db, token, project, stop } = await startInstallation()
    try {
      const value = randomOpenAiKey()
      const created = await callRoute('POST', '/keys', {
        token,
        body: { project: project.slug, environment: 'development', name: 'OPENAI_API_KEY', provider: 'openai', value },
      })
      const { id } = (await created.json()) as { id: string }
      const revealed = async () => {
        const answer = await callRoute('POST', `/keys/${id}/reveals`, { token, body: {} })
        if (((await answer.json()) as { value: string }).value !== value)
          throw new Error('the value that came back is not the one stored')
      }
      const bare = async () => {
        const request = new Request(`http://127.0.0.1/keys/${id}`, { method: 'POST', body: JSON.stringify({ id }) })
        await (await bareRoute(db, project, request)).json()
      }
      const [revealTimes, bareTimes] = await timePair(revealed, bare, TIMES)
      return [
        durationFigure('bare: one select, one insert', bareTimes),
        durationFigure('reveal', revealTimes),
        ratioFigure('reveal / bare', revealTimes, bareTimes, 2.5),
      ]
    } finally {
      await stop()
    }
  },
}

/** What any route does that looks a row up and writes one: no sign-in, no policy, no audit, no decryption. */
async function bareRoute(
  db: Installation['db'],
  project: Installation['project'],
  request: Request,
): Promise<Response> {
  const { id } = (await request.json()) as { id: string }
  const key = await db.key.findUniqueOrThrow({ where: { id }, select: { id: true, masked: true } })
  const place = { keyId: id, version: 1, projectId: project.id, environmentId: project.environmentId }
  const consumer = { consumerType: 'member', consumerId: 'bench', consumerName: 'bench' }
  await db.usageEvent.create({ data: { id: newId('use'), kind: 'reveal', ...place, ...consumer } })
  return Response.json(key)
}
