import { defineConfig } from 'prisma/config'

/** For whoever runs Prisma's own command line: `npx prisma … --config prisma/config.ts`. */
export default defineConfig({
  schema: 'schema.prisma',
  migrations: { path: 'migrations' },
  ...(process.env.DATABASE_ADMIN_URL ? { datasource: { url: process.env.DATABASE_ADMIN_URL } } : {}),
})
