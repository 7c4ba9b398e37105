import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '')
export const inRoot = (...parts) => path.join(root, ...parts)
/** Where Next builds to; next.config.js reads the same setting. */
export const distDir = () => inRoot(process.env.CLAVIGER_DIST_DIR || '.next')
