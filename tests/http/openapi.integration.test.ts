import { globSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { policy } from '#lib/access/policy'
import { describeApi, METHODS } from '#lib/http/openapi'
import type { Route } from '#lib/http/route'
import { routes } from '../../app/api/v1/routes.ts'
import { callRoute } from '../support/call-route.ts'
import { freshWorld } from '../support/world.ts'

const folder = path.join(import.meta.dirname, '../../app/api/v1')
/** All but the one that answers where there is nothing. */
const files = globSync('**/route.ts', { cwd: folder }).filter((file) => !file.startsWith('[...'))
const pathOf = (file: string) => `/${path.dirname(file)}`.replace(/\[(\w+)\]/g, '{$1}')

interface Described {
  openapi: string
  paths: Record<
    string,
    Record<string, { operationId: string; parameters?: { name: string; in: string }[]; 'x-permission'?: string }>
  >
}
const described = describeApi(routes, '0.0.0') as unknown as Described

describe('the reference of the API', () => {
  it.each(files)('describes every handler of %s, which all go through route()', async (file) => {
    const module: Record<string, unknown> = await import(path.join(folder, file))
    const handlers = METHODS.filter((method) => method in module)
    expect(handlers.length).toBeGreaterThan(0)
    expect(Object.keys(module).sort()).toEqual([...handlers].sort())
    for (const method of handlers) {
      const { operation } = module[method] as Route
      expect(operation?.summary).toMatch(/\.$/)
      const operationOf = described.paths[pathOf(file)]?.[method.toLowerCase()]
      expect(operationOf?.['x-permission'] ?? null).toBe(operation.action)
      const inPath = operationOf?.parameters?.filter((each) => each.in === 'path').map(({ name }) => name) ?? []
      expect(inPath.map((name) => `{${name}}`)).toEqual(pathOf(file).match(/\{\w+\}/g) ?? [])
    }
  })

  it('knows no route that is not there, and gives each operation a name of its own', () => {
    expect(Object.keys(routes).sort()).toEqual(files.map(pathOf).sort())
    const ids = Object.values(described.paths).flatMap((each) =>
      Object.values(each).map(({ operationId }) => operationId),
    )
    expect(new Set(ids).size).toBe(ids.length)
    expect(Object.keys(described.paths)).toEqual(expect.arrayContaining(['/health/live', '/health/ready']))
  })

  it('refers to nothing that it does not hold', () => {
    const references = [...JSON.stringify(described).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      ([, reference]) => reference ?? '',
    )
    expect(new Set(references)).toEqual(new Set(['components/responses/Problem', 'components/schemas/Problem']))
  })

  it('is served without signing in', async () => {
    const world = await freshWorld()
    const response = await callRoute('GET', '/openapi.json')
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      openapi: '3.1.0',
      paths: { '/keys': { get: { 'x-permission': 'key.list' } } },
    })
    await world.close()
  })

  it('names only permissions of the policy', () => {
    const named = Object.values(described.paths).flatMap((each) =>
      Object.values(each).flatMap((one) => one['x-permission'] ?? []),
    )
    expect(named.filter((action) => !(action in policy))).toEqual([])
  })
})
