/** Waits for a promise, at most this long; then `onTimeout` makes the error. The work itself is not stopped. */
export async function within<T>(promise: Promise<T>, limitMs: number, onTimeout: () => Error): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(onTimeout()), Math.max(limitMs, 0))
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
