import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import { createEnvironment } from '#lib/environments/create-environment'
import { deleteEnvironment } from '#lib/environments/delete-environment'
import { editEnvironment } from '#lib/environments/edit-environment'
import { listEnvironments } from '#lib/environments/list-environments'
import { createKey } from '#lib/keys/create-key'
import { deleteKey } from '#lib/keys/delete-key'
import { restoreKey } from '#lib/keys/restore-key'
import { createProject } from '#lib/projects/create-project'
import { deleteProject } from '#lib/projects/delete-project'
import { editProject } from '#lib/projects/edit-project'
import { findProject } from '#lib/projects/find-project'
import { listProjects } from '#lib/projects/list-projects'
import { randomKey } from '../support/random-key.ts'
import { freshWorld, type World } from '../support/world.ts'

let world: World
let owner: Context
let stranger: Context

beforeAll(async () => {
  world = await freshWorld()
  owner = (await world.member('owner')).ctx
  stranger = (await world.member('member')).ctx
})
afterAll(() => world.close())

let count = 0
const newProject = (ctx = owner) => createProject(ctx, { name: `Project ${++count}` })
const newKey = (project: string, environment = 'development', ctx = owner) =>
  createKey(ctx, { project, environment, name: `KEY_${++count}`, provider: 'openai', value: randomKey() })
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  )

describe('a project', () => {
  it('comes with development, staging and protected production, and whoever starts it manages all three', async () => {
    const member = await world.member('member')
    const project = await createProject(member.ctx, { name: 'Zahlung & Käufe' })
    expect(project.slug).toBe('zahlung-kaufe')
    expect(project.environments.map(({ slug, protected: isProtected, role }) => [slug, isProtected, role])).toEqual([
      ['development', false, 'manager'],
      ['staging', false, 'manager'],
      ['production', true, 'manager'],
    ])
    expect(await findProject(await world.as(member.id), 'zahlung-kaufe')).toEqual(project)
    const events = await world.events({ action: 'project.create' })
    expect(events.filter(({ projectId }) => projectId === project.id)).toHaveLength(1)
  })

  it('takes a short name once, also of two at once', async () => {
    const outcomes = await Promise.all([1, 2].map(() => code(createProject(owner, { name: 'Twin', slug: 'twin' }))))
    expect(outcomes.sort()).toEqual(['conflict', 'done'])
  })

  it('is not started by an auditor, and the refusal is recorded', async () => {
    const auditor = (await world.member('auditor')).ctx
    expect(await code(createProject(auditor, { name: 'No' }))).toBe('forbidden')
    expect(await world.events({ action: 'project.create', outcome: 'denied' })).toHaveLength(1)
  })

  it('shows only the environments that the caller sees, and nothing to others', async () => {
    const project = await newProject()
    const staging = project.environments[1]?.id ?? ''
    const viewer = (await world.member('member', { [staging]: 'viewer' })).ctx
    expect((await findProject(viewer, project.id)).environments.map(({ slug, role }) => [slug, role])).toEqual([
      ['staging', 'viewer'],
    ])
    expect((await listProjects(viewer, { limit: 50 })).items.map(({ id }) => id)).toEqual([project.id])
    expect(await code(findProject(stranger, project.slug))).toBe('not_found')
    expect((await listProjects(stranger, { limit: 50 })).items).toEqual([])
    expect(await world.events({ action: 'project.find', outcome: 'denied' })).toHaveLength(1)
  })

  it('lists come page by page, each project once', async () => {
    await Promise.all([newProject(), newProject(), newProject()])
    const all = (await listProjects(owner, { limit: 200 })).items.map(({ id }) => id)
    const paged: string[] = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await listProjects(owner, { limit: 2, ...(cursor ? { cursor } : {}) })
      paged.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    }
    expect(paged).toEqual(all)
  })

  it('is renamed by managers of all its environments only', async () => {
    const project = await newProject()
    const [development = '', staging = '', production = ''] = project.environments.map(({ id }) => id)
    const partly = (
      await world.member('member', { [development]: 'manager', [staging]: 'manager', [production]: 'viewer' })
    ).ctx
    expect(await code(editProject(partly, project.id, { name: 'X' }))).toBe('forbidden')
    expect(await code(editProject(stranger, project.id, { name: 'X' }))).toBe('not_found')
    expect(await editProject(owner, project.slug, { name: 'New', slug: 'brand-new' })).toMatchObject({
      id: project.id,
      slug: 'brand-new',
    })
    const [event] = await world.events({ action: 'project.edit', outcome: 'allowed' })
    expect(JSON.parse(event?.body ?? '{}')).toMatchObject({
      before: { slug: project.slug },
      after: { slug: 'brand-new' },
    })
  })

  it('is deleted only when empty, then is gone, and frees its short name', async () => {
    const project = await newProject()
    const key = await newKey(project.slug)
    await expect(deleteProject(owner, project.id)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('a key'),
    })
    await deleteKey(owner, key.id)
    expect(await code(deleteProject(stranger, project.id))).toBe('not_found')
    await deleteProject(owner, project.id)
    expect(await code(findProject(owner, project.id))).toBe('not_found')
    expect(await code(restoreKey(owner, key.id))).toBe('not_found')
    expect(await createProject(owner, { name: 'Again', slug: project.slug })).toMatchObject({ slug: project.slug })
  })

  it('never loses a key that is added while it is deleted', async () => {
    for (let round = 0; round < 5; round++) {
      const project = await newProject()
      const [deleted, added] = await Promise.all([code(deleteProject(owner, project.id)), code(newKey(project.slug))])
      expect([
        ['done', 'not_found'],
        ['conflict', 'done'],
      ]).toContainEqual([deleted, added])
    }
  })
})

describe('an environment', () => {
  it('is added by managers of the whole project, who all manage it then', async () => {
    const member = await world.member('member')
    const project = await createProject(member.ctx, { name: `Project ${++count}` })
    const other = await world.member(
      'member',
      Object.fromEntries(project.environments.map(({ id }) => [id, 'manager'])),
    )
    const preview = await createEnvironment(await world.as(member.id), project.slug, {
      name: 'Preview',
      protected: true,
    })
    expect(preview).toMatchObject({ slug: 'preview', protected: true, role: 'manager' })
    for (const { id } of [member, other]) {
      const { items } = await listEnvironments(await world.as(id), project.slug)
      expect(items.map(({ slug }) => slug)).toEqual(['development', 'staging', 'production', 'preview'])
    }
    expect(await code(createEnvironment(owner, project.slug, { name: 'Preview', protected: false }))).toBe('conflict')
    expect(await code(createEnvironment(stranger, project.slug, { name: 'X', protected: false }))).toBe('not_found')
  })

  it('is edited by its managers; the switches are for admins', async () => {
    const project = await newProject()
    const staging = project.environments[1]?.id ?? ''
    const manager = (await world.member('member', { [staging]: 'manager' })).ctx
    expect(await editEnvironment(manager, project.id, 'staging', { protected: true, name: 'Stage' })).toMatchObject({
      protected: true,
      name: 'Stage',
    })
    expect(await code(editEnvironment(manager, project.id, 'staging', { requireStepUp: true }))).toBe('forbidden')
    expect(await code(editEnvironment(manager, project.id, 'production', { name: 'X' }))).toBe('not_found')
    expect(await editEnvironment(owner, project.id, staging, { requireStepUp: true })).toMatchObject({
      requireStepUp: true,
    })
    const events = await world.events({ action: 'environment.edit', outcome: 'allowed' })
    expect(events.filter(({ environmentId }) => environmentId === staging)).toHaveLength(2)
    expect(await world.events({ action: 'environment.guard', outcome: 'denied' })).toHaveLength(1)
  })

  it('is deleted only when empty and not the last, and takes its deleted keys along', async () => {
    const project = await newProject()
    const key = await newKey(project.id, 'staging')
    expect(await code(deleteEnvironment(owner, project.id, 'staging'))).toBe('conflict')
    await deleteKey(owner, key.id)
    await deleteEnvironment(owner, project.id, 'staging')
    const [event] = (await world.events({ action: 'environment.delete' })).slice(-1)
    expect(JSON.parse(event?.body ?? '{}').before).toEqual({ slug: 'staging', deletedKeys: [key.name] })
    expect(await code(restoreKey(owner, key.id))).toBe('not_found')
    const rest = await Promise.all(
      ['development', 'production'].map((slug) => code(deleteEnvironment(owner, project.id, slug))),
    )
    expect(rest.sort()).toEqual(['conflict', 'done'])
    expect(await code(deleteEnvironment(stranger, project.id, 'production'))).toBe('not_found')
  })
})
