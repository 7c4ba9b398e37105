import { eventStream, wantsEventStream } from './event-stream.ts'
import { problem } from './problem.ts'

type Work<Stage, Result> = (onStage: (stage: Stage) => void) => Promise<Result>

/** The same work as JSON, or, where the caller accepts an event stream, as stages while it runs and the result at the end. */
export async function streamStages<Stage, Result>(
  request: Request,
  work: Work<Stage, Result>,
): Promise<Result | Response> {
  if (!wantsEventStream(request)) return work(() => {})
  return eventStream(async (send) => {
    try {
      send('result', await work((stage) => send('stage', stage)))
    } catch (error) {
      send('problem', await problem(error).json())
    }
  })
}
