import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { copyForms } from '#lib/format/copy-forms'

const SECRET = 'sk-a"b$c\\d e`f'
const forms = new Map(copyForms({ name: 'OPENAI_API_KEY', secret: SECRET }).map(({ id, text }) => [id, text]))
const sh = (script: string) => execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' })

describe('copyForms', () => {
  it('is read back by whatever it is pasted into', () => {
    expect(forms.get('value')).toBe(SECRET)
    expect(sh(`${forms.get('export')}\nprintf %s "$OPENAI_API_KEY"`)).toBe(SECRET)
    expect(parseEnv(forms.get('dotenv') ?? '')).toEqual({ OPENAI_API_KEY: SECRET })
    expect(sh(`printf '%s|' ${forms.get('docker')}`)).toBe(`--env|OPENAI_API_KEY=${SECRET}|`)
    expect(sh(`printf '%s|' ${forms.get('github')}`)).toBe(`gh|secret|set|OPENAI_API_KEY|--body|${SECRET}|`)
    expect(parse(forms.get('kubernetes') ?? '')).toEqual({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'openai-api-key' },
      type: 'Opaque',
      stringData: { OPENAI_API_KEY: SECRET },
    })
  })

  it('lies where OpenClaw’s resolver looks, readable by its owner alone', () => {
    const home = mkdtempSync(path.join(tmpdir(), 'claviger-copy-'))
    execFileSync('/bin/sh', ['-c', forms.get('openclaw') ?? ''], {
      env: { NODE_ENV: 'test', HOME: home, PATH: '/usr/bin:/bin' },
    })
    const file = path.join(home, '.openclaw/bin/claviger.token')
    expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual([SECRET, 0o600])
    rmSync(home, { recursive: true })
  })

  it('survives a quote in the shell', () => {
    const [line] = copyForms({ name: 'K', secret: "it's" }).filter(({ id }) => id === 'export')
    expect(sh(`${line?.text}\nprintf %s "$K"`)).toBe("it's")
  })
})
