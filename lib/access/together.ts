interface Waiting<T, R> {
  item: T
  resolve: (result: R) => void
  reject: (reason: unknown) => void
}

/**
 * Answers calls that come while earlier ones are under way together, by one call of `work`, which gives one result for
 * each item, in order. Nobody waits for company: the first goes at once. Where `work` fails, all of its callers do.
 */
export function together<T, R>(
  work: (items: T[]) => Promise<R[]>,
  { atOnce = 1, most = 64 }: { atOnce?: number; most?: number } = {},
): (item: T) => Promise<R> {
  let waiting: Waiting<T, R>[] = []
  let running = 0

  const go = async () => {
    if (running >= atOnce || waiting.length === 0) return
    const batch = waiting.slice(0, most)
    waiting = waiting.slice(most)
    running++
    try {
      const results = await work(batch.map(({ item }) => item))
      batch.forEach(({ resolve }, index) => {
        resolve(results[index] as R)
      })
    } catch (error) {
      for (const { reject } of batch) reject(error)
    } finally {
      running--
      void go()
    }
  }
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      // After what else has come in by now.
      setImmediate(go)
    })
}
