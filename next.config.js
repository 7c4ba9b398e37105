import { fileURLToPath } from 'node:url'

/** @type {import('next').NextConfig} */
export default {
  distDir: process.env.CLAVIGER_DIST_DIR || '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types of the whole tree; a start must not fail, or wait, for those of a test.
  typescript: { ignoreBuildErrors: true },
  // An optimizer that fetches and decodes images is attack surface that a key dashboard does not need.
  images: { unoptimized: true },
  serverExternalPackages: ['@node-rs/argon2', '@prisma/adapter-pg', '@prisma/client', 'pg', 'undici'],
  turbopack: { root: fileURLToPath(new URL('.', import.meta.url)) },
  devIndicators: false,
}
