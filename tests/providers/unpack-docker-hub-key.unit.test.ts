import { expect, test } from 'vitest'
import { unpackDockerHubKey } from '#lib/providers/unpack-docker-hub-key'
import { randomLetters } from './random-key.ts'

const token = `dckr_pat_${randomLetters(27, 'base64url').replace(/[-_]$/, 'a')}`
const auth = Buffer.from(`ops-team:${token}`).toString('base64')

test.each([
  ['what the site shows', `docker login -u ops-team\n${token}`],
  ['a command', `docker login --username ops-team --password ${token} docker.io`],
  ['a .env', `DOCKERHUB_USERNAME=ops-team\nDOCKERHUB_TOKEN=${token}`],
  ['a .env the other way round', `DOCKER_TOKEN="${token}"\nDOCKER_USER="ops-team"`],
  ['the call itself', JSON.stringify({ identifier: 'ops-team', secret: token })],
  ['JSON', JSON.stringify({ username: 'ops-team', password: token })],
  ['two lines', `ops-team\n${token}\n`],
  ['config.json', JSON.stringify({ auths: { 'https://index.docker.io/v1/': { auth } } })],
])('reads a key from %s', (_, pasted) => {
  expect(unpackDockerHubKey(pasted)).toBe(`ops-team:${token}`)
})

test('leaves alone what is in one piece, or is no key', () => {
  expect(unpackDockerHubKey(`ops-team:${token}`)).toBeNull()
  expect(unpackDockerHubKey(token)).toBeNull()
  expect(unpackDockerHubKey(`\n${token}\n`)).toBeNull()
  expect(unpackDockerHubKey('docker login -u ops-team')).toBeNull()
})
