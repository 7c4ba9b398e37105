import { spawn } from 'node:child_process'
import { inRoot, root } from './paths.mjs'
import { passSignals } from './progress.mjs'

/**
 * Runs a program of ours in the foreground until it ends, and ends with it. It gets our signals, and notices through
 * its channel to us when we are killed; under npm we in turn notice when npm is.
 */
export function serve(node, file, args, env) {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', inRoot(file), ...args], {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  passSignals(child)
  if (process.env.npm_lifecycle_event) watchParent(() => child.kill('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)))
  })
}

function watchParent(whenGone) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    whenGone()
  }, 1000)
  watch.unref()
}
