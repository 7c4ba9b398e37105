export interface Package {
  version?: string
  optional?: boolean
  dev?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}

/** The `packages` of package-lock.json: where each one lies, and what it is. */
export type Packages = Record<string, Package>

/** Entries for optional dependencies that the lockfile names and does not hold. Their hash is not known here. */
export function missingPlatforms(packages: Packages): Packages {
  const missing: Packages = {}
  for (const [place, parent] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      if (isHeld(packages, place, name)) continue
      missing[`node_modules/${name}`] = {
        version,
        ...platformOf(name),
        ...(parent.dev ? { dev: true } : {}),
        optional: true,
      }
    }
  }
  return missing
}

/** As Node.js looks for it: beside whoever asks, then further up. */
function isHeld(packages: Packages, place: string, name: string): boolean {
  if (`${place ? `${place}/` : ''}node_modules/${name}` in packages) return true
  if (!place) return false
  return isHeld(packages, place.slice(0, place.lastIndexOf('node_modules/')).replace(/\/$/, ''), name)
}

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const PROCESSORS = ['arm64', 'x64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32']

/** Native packages carry their platform in their name, `linux-arm64-musl` for example. */
function platformOf(name: string): Package {
  const words = name.split(/[-/]/)
  const os = SYSTEMS.filter((each) => words.includes(each))
  const cpu = PROCESSORS.filter((each) => words.includes(each))
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : []
  return {
    ...(os.length ? { os } : {}),
    ...(cpu.length ? { cpu } : {}),
    ...(libc.length && os.includes('linux') ? { libc } : {}),
  }
}
