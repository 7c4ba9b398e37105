/** What has to be undone at the end, in the reverse order of its beginning. */
export class Stopping {
  readonly #steps: (() => Promise<unknown> | unknown)[] = []
  #running: Promise<void> | undefined

  add(step: () => Promise<unknown> | unknown): void {
    this.#steps.push(step)
  }

  /** Undoes everything once, however often it is asked; a step that fails does not keep the others from happening. */
  run(): Promise<void> {
    this.#running ??= this.#undo()
    return this.#running
  }

  async #undo(): Promise<void> {
    for (const step of this.#steps.reverse()) {
      try {
        await step()
      } catch (error) {
        console.error(error instanceof Error ? error.message : 'Something did not stop cleanly.')
      }
    }
  }
}

/** A terminal and npm may both pass on the same Ctrl-C. */
const SAME_PRESS_MS = 1000

/** Ctrl-C, or the end that a service manager asks for, stops everything cleanly; Ctrl-C again stops at once. */
export function stopOnSignals(stopping: Stopping): void {
  let askedAt: number | undefined
  const stop = async (signal: string) => {
    if (askedAt && signal === 'SIGINT' && Date.now() - askedAt > SAME_PRESS_MS) process.exit(130)
    askedAt ??= Date.now()
    await stopping.run()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  // The launcher was killed.
  process.on('disconnect', () => stop('disconnect'))
}
