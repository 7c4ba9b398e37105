import { type Finding, ok, warn } from './finding.ts'

/** The oldest Node.js with every security fix that Claviger relies on. */
const FLOOR = [24, 22, 1] as const

export function checkNode(version = process.versions.node): Finding {
  const found = version.split('.').map(Number)
  const difference = FLOOR.map((part, index) => (found[index] ?? 0) - part).find((each) => each !== 0) ?? 0
  if (difference >= 0) return ok('Node.js', `Node.js ${version} is new enough.`)
  const floor = FLOOR.join('.')
  return warn(
    'Node.js',
    `Node.js ${version} works, but lacks security fixes of ${floor}. Install Node.js ${floor} or newer on this machine; it is then used.`,
  )
}
