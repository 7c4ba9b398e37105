import { spawn } from 'node:child_process'

/** Ends the launch with a sentence instead of a stack trace. */
export class Sentence extends Error {}

/** Runs one step and says how long it took; a long one says now and then that it is still at work. */
export async function step(title, work) {
  const begun = Date.now()
  const seconds = () => ((Date.now() - begun) / 1000).toFixed(1)
  console.error(`${title} …`)
  const still = setInterval(() => console.error(`  still at work after ${Math.round(seconds())} s`), 15_000)
  try {
    const result = await work()
    console.error(`  done in ${seconds()} s`)
    return result
  } finally {
    clearInterval(still)
  }
}

/** Runs a program quietly; resolves to its exit code and the end of what it printed. */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const collect = (chunk) => {
      output = (output + chunk).slice(-20_000)
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output: output.trim() }))
  })
}

/** Passes on to a program what asks us to end; it ends in its own time, and we after it. */
export function passSignals(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
}

/** Runs a program that shows its own output; resolves to its exit code. */
export function runOpenly(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: 'inherit' })
    passSignals(child)
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}
