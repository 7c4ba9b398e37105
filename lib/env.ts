import { isIP } from 'node:net'
import path from 'node:path'
import { z } from 'zod'
import { AppError } from '#lib/errors'

export interface Env {
  port: number
  host: string
  databaseUrl?: string
  databaseAdminUrl?: string
  /** Absolute. */
  dataDir: string
  /** Where browsers and programs find this installation: an origin, without a slash at its end. */
  url: string
  masterKey?: string
  masterKeyFile?: string
  outboundAllow: string[]
  httpsProxy?: string
  httpProxy?: string
  noProxy: string[]
  /** Path of a PEM file. */
  extraCaCerts?: string
  /** Resolvers to compare with; empty turns the comparison off. */
  dnsCompare: string[]
  /** Undefined: other hosts of the catalogue. */
  controlHosts?: string[]
  /** Whether the providers' status pages are asked how they are. */
  watchesStatusPages: boolean
  /** Addresses and ranges whose X-Forwarded-For is believed. */
  trustedProxies: string[]
  smtpUrl?: string
  /** Who mail comes from. */
  mailFrom: string
  oidc?: { issuer: string; clientId: string; clientSecret: string }
}

const isUrl = (protocols: string[]) => (value: string) => protocols.includes(URL.parse(value)?.protocol ?? '')
const isOrigin = (value: string) =>
  isUrl(['http:', 'https:'])(value) && new URL(value).pathname === '/' && !new URL(value).search
const isAddressOrRange = (value: string) => {
  const [address = '', bits, more] = value.split('/')
  const width = isIP(address) === 4 ? 32 : 128
  return (
    isIP(address) > 0 && more === undefined && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= width))
  )
}
const isResolver = (value: string) => isIP(value.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^([^:]+):\d+$/, '$1')) > 0

const text = z.string().trim()
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
)
const databaseUrl = text.refine(
  isUrl(['postgres:', 'postgresql:']),
  'must be an address such as postgresql://user:password@host:5432/claviger',
)

/** The messages follow the setting's name and end its sentence; none repeats a value, which may be a secret. */
const Settings = z.object({
  PORT: text
    .regex(/^\d{1,5}$/, 'must be a port number from 1 to 65535')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65535, 'must be a port number from 1 to 65535')
    .default(3000),
  HOST: text
    .regex(/^[\w.:-]+$/, 'must be an address or host name to listen on, such as 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1'),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_ADMIN_URL: databaseUrl.optional(),
  CLAVIGER_DATA_DIR: text.default('.claviger').transform((folder) => path.resolve(folder)),
  CLAVIGER_URL: text
    .refine(isOrigin, 'must be the public address without a path, such as https://keys.example.com')
    .transform((url) => new URL(url).origin)
    .optional(),
  CLAVIGER_MASTER_KEY: text.optional(),
  CLAVIGER_MASTER_KEY_FILE: text.transform((file) => path.resolve(file)).optional(),
  CLAVIGER_OUTBOUND_ALLOW: list.default([]),
  HTTPS_PROXY: text.optional(),
  HTTP_PROXY: text.optional(),
  NO_PROXY: list.default([]),
  NODE_EXTRA_CA_CERTS: text.optional(),
  CLAVIGER_DNS_COMPARE: list
    .refine((items) => items.every(isResolver), 'must be addresses of resolvers, such as 1.1.1.1,8.8.8.8, or empty')
    .default(['1.1.1.1', '8.8.8.8']),
  CLAVIGER_CONTROL_HOSTS: list.optional(),
  CLAVIGER_STATUS_PAGES: text.pipe(z.enum(['on', 'off'], 'must be on or off')).default('on'),
  CLAVIGER_TRUSTED_PROXIES: list
    .refine((items) => items.every(isAddressOrRange), 'must be addresses or ranges, such as 10.0.0.0/8')
    .default([]),
  SMTP_URL: text
    .refine(isUrl(['smtp:', 'smtps:']), 'must be an address such as smtps://user:password@mail.example.com')
    .optional(),
  CLAVIGER_MAIL_FROM: text
    .regex(
      /^[^\p{Cc}]+@[^\s@]+$/u,
      'must be an address such as claviger@example.com, or Claviger <claviger@example.com>',
    )
    .optional(),
  CLAVIGER_OIDC_ISSUER: text.refine(isUrl(['https:', 'http:']), 'must be the address of an OpenID provider').optional(),
  CLAVIGER_OIDC_CLIENT_ID: text.optional(),
  CLAVIGER_OIDC_CLIENT_SECRET: text.optional(),
})
type Settings = z.infer<typeof Settings>
type Name = keyof Settings

/** Empty means something of its own only here: no resolver, no control host. Elsewhere it means "not set". */
const MAY_BE_EMPTY: readonly Name[] = ['CLAVIGER_DNS_COMPARE', 'CLAVIGER_CONTROL_HOSTS']

/**
 * Reads and checks every setting; the only place that knows their names. Throws one sentence that names the bad
 * setting. Proxies are also read in the lower case that most programs accept.
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const names = Object.keys(Settings.shape) as Name[]
  const given = names.map(
    (name) => [name, source[name] ?? (name.endsWith('_PROXY') ? source[name.toLowerCase()] : undefined)] as const,
  )
  const set = given.filter(
    ([name, value]) => value !== undefined && (value.trim() !== '' || MAY_BE_EMPTY.includes(name)),
  )
  const result = Settings.safeParse(Object.fromEntries(set))
  if (!result.success)
    throw bad(result.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`)[0] ?? '')
  const settings = result.data
  if (settings.CLAVIGER_MASTER_KEY && settings.CLAVIGER_MASTER_KEY_FILE) {
    throw bad('CLAVIGER_MASTER_KEY and CLAVIGER_MASTER_KEY_FILE are both set: keep one of them')
  }
  if (settings.DATABASE_ADMIN_URL && !settings.DATABASE_URL)
    throw bad('DATABASE_ADMIN_URL needs DATABASE_URL beside it')
  return toEnv(settings)
}

function toEnv(settings: Settings): Env {
  return {
    port: settings.PORT,
    host: settings.HOST,
    databaseUrl: settings.DATABASE_URL,
    databaseAdminUrl: settings.DATABASE_ADMIN_URL,
    dataDir: settings.CLAVIGER_DATA_DIR,
    url: settings.CLAVIGER_URL ?? localUrl(settings.HOST, settings.PORT),
    masterKey: settings.CLAVIGER_MASTER_KEY,
    masterKeyFile: settings.CLAVIGER_MASTER_KEY_FILE,
    outboundAllow: settings.CLAVIGER_OUTBOUND_ALLOW,
    httpsProxy: settings.HTTPS_PROXY,
    httpProxy: settings.HTTP_PROXY,
    noProxy: settings.NO_PROXY,
    extraCaCerts: settings.NODE_EXTRA_CA_CERTS,
    dnsCompare: settings.CLAVIGER_DNS_COMPARE,
    controlHosts: settings.CLAVIGER_CONTROL_HOSTS,
    watchesStatusPages: settings.CLAVIGER_STATUS_PAGES === 'on',
    trustedProxies: settings.CLAVIGER_TRUSTED_PROXIES,
    smtpUrl: settings.SMTP_URL,
    mailFrom: settings.CLAVIGER_MAIL_FROM ?? 'Claviger <claviger@localhost>',
    oidc: readOidc(settings),
  }
}

function localUrl(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${isIP(name) === 6 ? `[${name}]` : name}:${port}`
}

function readOidc(settings: Settings): Env['oidc'] {
  const {
    CLAVIGER_OIDC_ISSUER: issuer,
    CLAVIGER_OIDC_CLIENT_ID: clientId,
    CLAVIGER_OIDC_CLIENT_SECRET: clientSecret,
  } = settings
  if (!issuer && !clientId && !clientSecret) return undefined
  if (issuer && clientId && clientSecret) return { issuer, clientId, clientSecret }
  throw bad('CLAVIGER_OIDC_ISSUER, CLAVIGER_OIDC_CLIENT_ID and CLAVIGER_OIDC_CLIENT_SECRET must be set together')
}

const bad = (sentence: string) => new AppError('invalid', `${sentence}.`)
