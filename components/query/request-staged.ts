import { Problem, requestEvents } from './request.ts'

/** A call that answers with stages as they end, and then with its result. A refusal in the middle is thrown like any other. */
export async function requestStaged<Stage, Result>(
  path: string,
  options: { body: unknown; signal: AbortSignal },
  onStage: (stage: Stage) => void,
): Promise<Result> {
  let result: Result | undefined
  let refusal: { status: number; detail?: string } | undefined
  await requestEvents(path, { method: 'POST', ...options }, (event, data) => {
    if (event === 'stage') onStage(data as Stage)
    if (event === 'result') result = data as Result
    if (event === 'problem') refusal = data as { status: number; detail?: string }
  })
  if (result) return result
  throw refusal ? new Problem(refusal.status, refusal, null) : new Error('The stream ended without a result.')
}
