import { runtime } from '#lib/server/runtime'
import type { Within } from './jobs.ts'

/** Has a rotation carried on now. Where no queue runs here, whoever looks for due ones finds it. */
export async function runRotation(id: string, within?: Within): Promise<void> {
  const { jobs } = runtime()
  await jobs?.send('rotations.run', [{ data: { rotationId: id }, key: id }], within)
  jobs?.wake('rotations.run')
}
