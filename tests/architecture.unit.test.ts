import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from 'oxc-parser'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const files = globSync(['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'lib/**/*.ts'], { cwd: root }).filter(
  (file) => !file.includes('generated'),
)

/** The spine that every noun may stand on. */
const SPINE = ['lib/context', 'lib/errors', 'lib/ids', 'lib/access', 'lib/list', 'lib/format']
const NOUN_MAY = [...SPINE, 'lib/providers', 'lib/vault', 'lib/pairing', 'lib/outbound', 'lib/audit/event']
/** Folders that are mechanism, not nouns: each with what it may import of lib. */
const LAYERS: Record<string, string[]> = {
  'lib/errors': [],
  'lib/ids': [],
  'lib/format': [],
  'lib/env': ['lib/errors'],
  'lib/providers': ['lib/errors', 'lib/env', 'lib/format'],
  'lib/outbound': ['lib/errors', 'lib/env', 'lib/providers/provider', 'lib/pairing/schema'],
  'lib/pairing': ['lib/providers', 'lib/outbound', 'lib/errors', 'lib/format', 'lib/ids'],
  'lib/vault': ['lib/errors', 'lib/env', 'lib/audit/chain', 'lib/audit/record', 'lib/db/generated'],
  'lib/db': ['lib/errors', 'lib/env'],
  'lib/audit': ['lib/db', 'lib/context', 'lib/access/policy', 'lib/ids', 'lib/errors'],
  'lib/list': ['lib/errors'],
  'lib/context': ['lib/access/policy', 'lib/access/roles'],
  'lib/access': ['lib/ids', 'lib/context', 'lib/errors', 'lib/audit', 'lib/db/generated', 'lib/server/runtime'],
  'lib/http': [
    'lib/context',
    'lib/errors',
    'lib/env',
    'lib/ids',
    'lib/access',
    'lib/db/generated',
    'lib/server/runtime',
    'lib/sessions',
    'lib/scoped-keys/authenticate-scoped-key',
    'lib/tokens/authenticate-token',
    'lib/list',
  ],
}
/** What runs the product: may start everything. */
const PROCESS = [
  'lib/server',
  'lib/cli',
  'lib/jobs',
  'lib/tools',
  'lib/backup',
  'lib/recovery',
  'lib/doctor',
  'lib/client',
]

interface Edge {
  from: string
  to: string
  typeOnly: boolean
}

const edges = files.flatMap(importsOf)

describe('who may import whom', () => {
  it('keeps pages and routes short of the database and the vault', () => {
    expect(broken('app', (to) => /^lib\/(db|vault|access\/(read|commit|observe|authorize)|audit\/)/.test(to))).toEqual(
      [],
    )
  })

  it('keeps React out of lib, and Next out of lib but for http and server', () => {
    expect(broken('lib', (to) => /^(react|react-dom|@tanstack|@\/|components\/|app\/)/.test(to))).toEqual([])
    const next = edges.filter(
      ({ from, to }) =>
        from.startsWith('lib/') && /^next(-auth)?(\/|$)/.test(to) && !/^lib\/(http|server)\//.test(from),
    )
    expect(next.map(say)).toEqual([])
  })

  it('lets components know schemas, the policy and formats, never a verb', () => {
    const allowed =
      /^lib\/([a-z-]+\/schema|access\/(policy|roles)|providers\/(catalog|public-catalog|verdict|provider|recognise|links)|format\/.*|pairing\/(clean-value|schema|health)|keys\/key-status|projects\/slug-of|list\/cursor)$/
    expect(broken('components', (to) => to.startsWith('lib/') && !allowed.test(to), { types: false })).toEqual([])
    expect(broken('components/ui', (to) => /^(lib|components\/(?!ui))/.test(to))).toEqual([])
    expect(broken('components', (to) => to.startsWith('app/'))).toEqual([])
  })

  it('lets each layer of lib see only the layers below it', () => {
    for (const [layer, allowed] of Object.entries(LAYERS)) {
      expect(
        broken(
          layer,
          (to) => to.startsWith('lib/') && !within(to, layer) && !allowed.some((folder) => within(to, folder)),
          { types: false },
        ),
      ).toEqual([])
    }
  })

  it('lets a noun reach data only through access, and other nouns only through their verbs', () => {
    const nouns = edges.filter(
      ({ from }) =>
        from.startsWith('lib/') &&
        !PROCESS.some((folder) => within(from, folder)) &&
        !Object.keys(LAYERS).some((layer) => within(from, layer)),
    )
    const wrong = nouns.filter(
      ({ from, to, typeOnly }) =>
        to.startsWith('lib/') &&
        !typeOnly &&
        /^lib\/(db|audit\/record|http|cli)(\/|$)/.test(to) &&
        !within(to, dirname(from)),
    )
    expect(wrong.map(say)).toEqual([])
    expect(NOUN_MAY.length).toBeGreaterThan(0)
  })

  it('opens sockets in lib/outbound alone', () => {
    const sockets = /^(node:)?(net|tls|http|https|dns|dns\/promises|http2)$|^undici$/
    const wrong = edges.filter(
      ({ from, to, typeOnly }) =>
        from.startsWith('lib/') &&
        sockets.test(to) &&
        !typeOnly &&
        !/^lib\/(outbound|server|db|cli|tools)\//.test(from) &&
        // The client runs elsewhere, and asks one server.
        from !== 'lib/client/request.ts' &&
        !(from === 'lib/env.ts' && to === 'node:net'),
    )
    expect(wrong.map(say)).toEqual([])
  })

  it('reads the environment in lib/env alone', () => {
    const readers = files.filter(
      (file) =>
        file.startsWith('lib/') &&
        !/^lib\/(env\.ts|cli\/|server\/|tools\/|db\/run-as\.ts|client\/settings\.ts)/.test(file) &&
        /process\.env\b/.test(readFileSync(join(root, file), 'utf8')),
    )
    expect(readers).toEqual([])
  })

  it('has no folder whose name did not decide', () => {
    const vague = files.filter((file) => /\/(utils|helpers|services|types|constants|hooks)(\/|\.)/.test(file))
    expect(vague).toEqual([])
  })
})

function broken(folder: string, forbidden: (to: string) => boolean, { types = true } = {}): string[] {
  return edges
    .filter(({ from, to, typeOnly }) => within(from, folder) && forbidden(to) && (types || !typeOnly))
    .map(say)
}

function within(path: string, folder: string): boolean {
  return path === folder || path === `${folder}.ts` || path.startsWith(`${folder}/`)
}

function say({ from, to }: Edge): string {
  return `${from} imports ${to}`
}

function importsOf(file: string): Edge[] {
  const { module } = parseSync(file, readFileSync(join(root, file), 'utf8'))
  const statics = module.staticImports.map(({ moduleRequest, entries }) => ({
    to: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
  }))
  const reexports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap((entry) =>
      entry.moduleRequest ? [{ to: entry.moduleRequest.value, typeOnly: entry.isType }] : [],
    ),
  )
  return [...statics, ...reexports].map(({ to, typeOnly }) => ({ from: file, to: resolve(file, to), typeOnly }))
}

function resolve(file: string, to: string): string {
  const path = to.startsWith('#')
    ? to.slice(1)
    : to.startsWith('@/')
      ? to.slice(2)
      : to.startsWith('.')
        ? normalize(join(dirname(file), to))
        : to
  return path.replace(/\.tsx?$/, '')
}
