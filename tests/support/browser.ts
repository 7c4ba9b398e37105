import { accessSync, constants } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const INSTALLED = [
  process.env.CLAVIGER_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

// Chromium calls home by itself; in a closed network each call is a delay, and in a test it is noise.
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--no-first-run',
]

/** A real Chromium: one that is installed (CLAVIGER_CHROMIUM names it), else the one from npm. Close it when done. */
export async function launchBrowser(): Promise<Browser> {
  const installed = INSTALLED.find((path) => path && isExecutable(path))
  const executablePath = installed ?? (await bundledPath())
  const isRoot = process.getuid?.() === 0
  return chromium.launch({ executablePath, headless: true, args: [...QUIET, ...(isRoot ? ['--no-sandbox'] : [])] })
}

async function bundledPath(): Promise<string> {
  const { default: bundled } = await import('@sparticuz/chromium')
  return bundled.executablePath()
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
