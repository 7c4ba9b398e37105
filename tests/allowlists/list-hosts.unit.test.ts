import { describe, expect, it } from 'vitest'
import { listHosts } from '#lib/allowlists/list-hosts'
import { writeAllowlist } from '#lib/allowlists/write-allowlist'
import { catalog, findProvider } from '#lib/providers/catalog'

const hostsOf = (keys: { provider: string; baseUrl: string | null }[]) =>
  listHosts(keys.map(({ provider, baseUrl }) => ({ id: provider, provider: findProvider(provider), baseUrl })))

describe('hosts to allow', () => {
  it('are those of the providers in use, each once, with how many keys need it', () => {
    const keys = [
      { provider: 'openai', baseUrl: null },
      { provider: 'openai', baseUrl: null },
      { provider: 'github-classic', baseUrl: null },
      { provider: 'github-fine-grained', baseUrl: null },
    ]
    expect(hostsOf(keys).api).toMatchObject([
      {
        host: 'api.github.com',
        port: 443,
        protocol: 'https',
        keys: 2,
        providers: ['github-classic', 'github-fine-grained'],
      },
      { host: 'api.openai.com', port: 443, keys: 2, providers: ['openai'] },
    ])
  })

  it('take the place of a key’s own address, with its port and scheme', () => {
    const keys = [
      { provider: 'gitlab', baseUrl: 'https://git.example.test:8443/api/v4' },
      { provider: 'openai-compatible', baseUrl: 'http://ollama.internal:11434/v1' },
      { provider: 'openai-compatible', baseUrl: 'http://plain.internal/v1' },
    ]
    expect(hostsOf(keys).api.map(({ host, port, protocol }) => `${protocol} ${host} ${port}`)).toEqual([
      'https git.example.test 8443',
      'http ollama.internal 11434',
      'http plain.internal 80',
    ])
  })

  it('name the wildcard of a provider whose host holds the customer’s own part', () => {
    for (const { id, address } of catalog) {
      if (!address?.wildcard || !address.hosts?.test(new URL(address.example).hostname)) continue
      const [rule] = hostsOf([{ provider: id, baseUrl: address.example }]).api
      expect(rule).toMatchObject({
        host: address.wildcard,
        isWildcard: true,
        why: expect.stringContaining(new URL(address.example).hostname),
      })
    }
  })

  it('of status pages stand apart', () => {
    const { api, status } = hostsOf([{ provider: 'openai', baseUrl: null }])
    expect(status.map(({ host }) => host)).toContain('status.openai.com')
    expect(api.map(({ host }) => host)).not.toContain('status.openai.com')
  })

  it('cannot be named where no address is stored', () => {
    expect(
      hostsOf([
        { provider: 'openai-compatible', baseUrl: null },
        { provider: 'gone', baseUrl: null },
      ]).withoutAddress,
    ).toEqual([
      { provider: 'openai-compatible', keys: 1 },
      { provider: 'gone', keys: 1 },
    ])
  })

  it('can be named for every provider that has an address of its own', () => {
    for (const { id, baseUrl } of catalog)
      expect(
        hostsOf([{ provider: id, baseUrl: null }]).api.some(({ host }) => host === URL.parse(baseUrl ?? '')?.hostname),
      ).toBe(baseUrl !== null)
  })
})

describe('the list as text', () => {
  it('has a rule in each line, and everything else after a hash', () => {
    const text = writeAllowlist(
      hostsOf([
        { provider: 'openai', baseUrl: null },
        { provider: 'openai-compatible', baseUrl: null },
      ]),
    )
    const rules = text.split('\n').filter((line) => line && !line.startsWith('#'))
    for (const rule of rules) expect(rule).toMatch(/^\S+ +\d+ +tcp +https? +# \S/)
    expect(rules[0]).toMatch(/^api\.openai\.com +443 +tcp +https +# API of OpenAI$/)
    expect(text).toContain('# 1 of openai-compatible: no base URL is stored')
  })
})
