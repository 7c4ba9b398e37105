import { setTimeout as sleep } from 'node:timers/promises'

/** Asks again until it holds; throws what it threw last where that takes longer than a person would wait. */
export async function eventually(check: () => void | Promise<void>, withinMs = 15_000): Promise<void> {
  const deadline = Date.now() + withinMs
  for (;;) {
    try {
      return await check()
    } catch (error) {
      if (Date.now() > deadline) throw error
    }
    await sleep(50)
  }
}
