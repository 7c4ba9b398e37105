import { existsSync, readFileSync } from 'node:fs'
import { inRoot, root } from './paths.mjs'
import { runQuietly, Sentence, step } from './progress.mjs'

/** Installs exactly what the lockfile says, unless it is there already. */
export async function ensureInstalled() {
  if (isInstalled()) return
  await step('Installing the packages of package-lock.json from the npm registry', async () => {
    const [command, ...args] = npm()
    const { code, output } = await runQuietly(command, [...args, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: root,
      shell: process.platform === 'win32' && args.length === 0,
    }).catch((error) => ({ code: 1, output: error.message }))
    if (code !== 0) throw new Sentence(whatFailed(output))
  })
}

/** npm keeps what it installed in a lockfile of its own, which it writes at the very end. */
function isInstalled() {
  const installed = readPackages(inRoot('node_modules', '.package-lock.json'))
  const wanted = readPackages(inRoot('package-lock.json'))
  if (!installed || !wanted) return false
  return Object.entries(wanted).every(([name, entry]) => {
    if (name === '' || entry.link) return true
    const found = installed[name]
    return found ? found.version === entry.version && found.integrity === entry.integrity : Boolean(entry.optional)
  })
}

function readPackages(file) {
  if (!existsSync(file)) return undefined
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

/** The npm that runs us, when one does. */
function npm() {
  const { npm_execpath: script } = process.env
  return script?.endsWith('.js') && script.includes('npm') ? [process.execPath, script] : ['npm']
}

function whatFailed(output) {
  if (output.includes('ENOSPC')) return 'The packages could not be installed: the disk is full.'
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return `The packages could not be installed: this user may not write to ${root}. Change its owner.`
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET/.test(output)) {
    return 'The packages could not be installed: the npm registry is not reachable. Check the network, and the proxy and registry settings of npm.'
  }
  return `The packages could not be installed. npm said:\n${whatNpmSaid(output)}`
}

function whatNpmSaid(output) {
  const errors = output.split('\n').filter((line) => /^npm (error|ERR!)/.test(line))
  return (errors.length ? errors : output.split('\n')).slice(0, 15).join('\n')
}
