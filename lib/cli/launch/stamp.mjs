import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inRoot } from './paths.mjs'

/** One hash over the content and the names of files and folders, leaving out what is made from them. */
export function hashOf(names) {
  const hash = createHash('sha256')
  for (const name of names) addTo(hash, name)
  return hash.digest('hex')
}

const MADE = new Set(['generated', 'node_modules'])

function addTo(hash, name) {
  const file = inRoot(name)
  if (!existsSync(file)) return
  if (statSync(file).isFile()) {
    hash.update(`${name}\0`).update(readFileSync(file)).update('\0')
    return
  }
  for (const child of readdirSync(file).sort()) {
    if (!MADE.has(child)) addTo(hash, path.join(name, child))
  }
}

export const isStamped = (file, stamp) => existsSync(file) && readFileSync(file, 'utf8') === stamp
export const setStamp = (file, stamp) => writeFileSync(file, stamp)
