import { expect, it, test } from 'vitest'
import { pinecone } from '#lib/providers/pinecone'
import type { Observed } from '#lib/providers/provider'
import { answerOf, providerOf } from '../pairing/conclude-from.ts'

/** What a success tells about the key, beyond that it is good. */
const cases: [provider: string, body: unknown, reveals: Observed][] = [
  [
    'huggingface',
    {
      type: 'user',
      name: 'ada',
      email: 'ada@example.com',
      orgs: [{ name: 'acme' }, { name: 'lab' }],
      auth: { accessToken: { role: 'write' }, expiresAt: '2027-01-31T00:00:00.000Z' },
    },
    {
      owner: 'ada (ada@example.com)',
      organisation: 'acme, lab',
      permissions: ['write'],
      expiresAt: '2027-01-31T00:00:00.000Z',
    },
  ],
  [
    'huggingface',
    {
      type: 'user',
      name: 'ada',
      auth: {
        accessToken: {
          role: 'fineGrained',
          fineGrained: {
            global: ['discussion.write'],
            scoped: [
              { entity: { name: 'acme' }, permissions: ['repo.content.read', 'repo.write'] },
              { entity: { name: 'lab' }, permissions: ['repo.content.read'] },
            ],
          },
        },
      },
    },
    { owner: 'ada', permissions: ['discussion.write', 'repo.content.read', 'repo.write'] },
  ],
  ['replicate', { type: 'organization', username: 'acme' }, { organisation: 'acme' }],
  ['replicate', { type: 'user', username: 'ada' }, { owner: 'ada' }],
  [
    'elevenlabs',
    { first_name: 'Ada', subscription: { tier: 'creator', character_count: 12, character_limit: 100_000 } },
    { owner: 'Ada', rateLimit: { tier: 'creator', character_count: 12, character_limit: 100_000 } },
  ],
  [
    'deepgram',
    { projects: [{ project_id: 'p1', name: 'Calls' }, { project_id: 'p2' }] },
    { organisation: 'Calls, p2' },
  ],
  [
    'stability',
    { email: 'ada@example.com', organizations: [{ name: 'Lab' }, { name: 'Acme', is_default: true }] },
    { owner: 'ada@example.com', organisation: 'Acme' },
  ],
  [
    'pinecone',
    { indexes: [{ name: 'docs-en', host: 'docs-en-c0ffee1.svc.aped-4627-b74a.pinecone.io' }] },
    { organisation: 'project c0ffee1' },
  ],
  ['pinecone', { indexes: [{ name: 'docs', host: 'localhost:5081' }] }, {}],
  [
    'notion',
    { object: 'user', id: 'b1', name: 'CI', bot: { owner: { type: 'workspace' }, workspace_name: 'Acme' } },
    { owner: 'CI', organisation: 'Acme' },
  ],
  [
    'linear',
    { data: { viewer: { id: 'u1', name: 'Ada', email: 'ada@example.com' }, organization: { name: 'Acme' } } },
    { owner: 'Ada (ada@example.com)', organisation: 'Acme' },
  ],
  [
    'airtable',
    { id: 'usrAda', email: 'ada@example.com', scopes: ['data.records:read'] },
    { owner: 'ada@example.com', permissions: ['data.records:read'] },
  ],
]

test.each(cases)('%s: a success reveals whose the key is and what it may (%#)', async (id, body, reveals) => {
  const success = providerOf(id).readSuccess(await answerOf({ status: 200, body }))
  expect(success?.observed).toEqual(reveals)
})

it('Pinecone: a list of indexes that was too long to read whole still proves the key', async () => {
  const answer = await answerOf({ status: 200, body: '{"indexes":[{"name":"docs-en","metric":"cos' })
  expect(pinecone.readSuccess(answer)).toBeNull()
  expect(pinecone.readSuccess({ ...answer, truncated: true })).toMatchObject({ observed: {} })
})
