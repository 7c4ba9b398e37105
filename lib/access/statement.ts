import { runtime } from '#lib/server/runtime'

/**
 * One of the few statements that programs wait for in volume, prepared by `pg` itself: several times as fast there as
 * through Prisma, by measurement. Only `lib/access` may have any, so that the gate stays one.
 */
export async function statement<Row>(name: string, text: string, values: unknown[]): Promise<Row[]> {
  const { rows } = await runtime().pool.query({ name, text, values })
  return rows as Row[]
}
