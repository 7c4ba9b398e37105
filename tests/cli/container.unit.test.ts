import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../..')
const dockerfile = readFileSync(path.join(ROOT, '.docker/Dockerfile'), 'utf8').replace(/\\\n\s*/g, '')
const compose = readFileSync(path.join(ROOT, '.docker/compose.yaml'), 'utf8')
const instructions = (name: string) =>
  dockerfile.split('\n').flatMap((line) => (line.startsWith(`${name} `) ? [line.slice(name.length + 1)] : []))
const fromContext = instructions('COPY').filter((line) => !line.startsWith('--from'))
const fromBuild = instructions('COPY').filter((line) => line.startsWith('--from'))
const sourcesOf = (line: string) => line.split(' ').slice(0, -1)

/** No container engine is needed here, and none was used: these are the mistakes that can be found without one. */
describe('the container image', () => {
  it('copies only what exists and what the ignore file lets through', () => {
    const allowed = readFileSync(path.join(ROOT, '.dockerignore'), 'utf8').split('\n')
    expect(allowed).toContain('*')
    for (const source of fromContext.flatMap(sourcesOf)) {
      expect(existsSync(path.join(ROOT, source)), source).toBe(true)
      expect(allowed).toContain(`!${source}`)
    }
  })

  it('takes over only what the build stage has', () => {
    const made = ['node_modules', '.next', ...fromContext.flatMap(sourcesOf)]
    const taken = fromBuild.flatMap((line) => sourcesOf(line).slice(1))
    for (const source of taken) expect(made).toContain(source.replace('/app/', ''))
    expect(taken).not.toContain('/app/tests')
  })

  it('has no secret built in, runs nothing as root and listens beyond its own loopback', () => {
    expect(instructions('ARG')).toEqual([])
    expect(instructions('ENV').join(' ')).not.toMatch(/KEY|SECRET|PASSWORD|TOKEN|DATABASE_URL/)
    expect(instructions('ENV').join(' ')).toContain('HOST=0.0.0.0')
    expect(instructions('USER')).toEqual(['node'])
    expect(dockerfile.indexOf('\nUSER ')).toBeLessThan(dockerfile.indexOf('\nCMD '))
    expect(dockerfile).toContain('/api/v1/health/ready')
  })

  it('starts a file that is there, with what is in the image and nothing else', () => {
    const [command = '[]'] = instructions('CMD').slice(-1)
    expect(existsSync(path.join(ROOT, (JSON.parse(command) as string[]).at(-1) ?? ''))).toBe(true)
    const image = mkdtempSync(path.join(tmpdir(), 'claviger-image-'))
    try {
      for (const source of fromBuild.flatMap((line) => sourcesOf(line).slice(1))) {
        const name = source.replace('/app/', '')
        if (name === 'node_modules') symlinkSync(path.join(ROOT, name), path.join(image, name))
        else if (name !== '.next') cpSync(path.join(ROOT, name), path.join(image, name), { recursive: true })
      }
      const env = {
        NODE_ENV: 'production' as const,
        PATH: process.env.PATH,
        CLAVIGER_DATA_DIR: path.join(image, 'data'),
        CLAVIGER_CONTROL_HOSTS: '',
      }
      const args = ['--disable-warning=ExperimentalWarning', path.join(image, 'lib/cli/main.ts'), 'doctor']
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      expect(stdout).toContain('Outbound network: Not checked')
    } finally {
      rmSync(image, { recursive: true, force: true })
    }
  })
})

describe('the compose file', () => {
  it('builds that image, keeps data in volumes, and takes every secret from outside', () => {
    expect(compose).toContain('dockerfile: .docker/Dockerfile')
    expect(compose).toMatch(/image: postgres:18\n/)
    expect(compose).not.toMatch(/\t/)
    const secrets = [...compose.matchAll(/^\s+\w*(?:PASSWORD|DATABASE_\w*URL|MASTER_KEY)\w*: (.*)$/gm)].map(
      ([, value]) => value,
    )
    expect(secrets.length).toBeGreaterThanOrEqual(5)
    for (const value of secrets) expect(value).toMatch(/\$\{DATABASE_\w+:\?\}|^\/run\/secrets\/master_key$/)
    expect(compose).toContain('file: $' + '{MASTER_KEY_FILE:?}')
  })

  it('opens its port to this machine alone', () => {
    expect([...compose.matchAll(/"([\d.]+:\d+:\d+)"/g)].map(([, port]) => port)).toEqual(['127.0.0.1:3000:3000'])
  })
})
