import { describe, expect, it, test } from 'vitest'
import type { Verdict } from '#lib/providers/verdict'
import { randomLetters } from '../providers/random-key.ts'
import { concludeFrom, NOW, providerOf, usableKey } from './conclude-from.ts'

const openai = providerOf('openai')
const github = providerOf('github-classic')
const refused = {
  status: 401,
  body: { error: { message: 'Incorrect API key provided', type: 'invalid_request_error', code: 'invalid_api_key' } },
}
const accepted = { status: 200, body: { object: 'list', data: [{ id: 'gpt-5', object: 'model' }] } }
const yesterday = new Date(NOW.getTime() - 24 * 3600_000)
const tomorrow = new Date(NOW.getTime() + 24 * 3600_000)

describe('a refused key whose provider folds unknown, expired and revoked', () => {
  test.each<[string, object, Verdict, string]>([
    ['was never seen to work', {}, 'key_invalid', 'likely'],
    ['worked before', { lastGoodAt: yesterday }, 'key_revoked', 'likely'],
    [
      'worked before and has passed its expiry',
      { lastGoodAt: yesterday, expiresAt: yesterday },
      'key_expired',
      'likely',
    ],
    [
      'worked before and has not passed its expiry',
      { lastGoodAt: yesterday, expiresAt: tomorrow },
      'key_revoked',
      'likely',
    ],
    ['never worked, but has passed its expiry', { expiresAt: yesterday }, 'key_expired', 'possible'],
  ])('that %s', async (_, history, verdict, confidence) => {
    expect(await concludeFrom(openai, refused, { input: { history } })).toMatchObject({ verdict, confidence })
  })

  it('is called misshapen when it does not look like a key and never worked', async () => {
    const value = usableKey(openai).slice(0, 60)
    expect(await concludeFrom(openai, refused, { input: { value } })).toMatchObject({ verdict: 'key_shape_mismatch' })
    expect(await concludeFrom(openai, refused, { input: { value, history: { lastGoodAt: yesterday } } })).toMatchObject(
      { verdict: 'key_revoked' },
    )
  })

  it('is judged by the provider’s clock, not by ours', async () => {
    const late = { ...refused, headers: { date: new Date(tomorrow.getTime() + 1000).toUTCString() } }
    expect(
      await concludeFrom(openai, late, { input: { history: { lastGoodAt: yesterday, expiresAt: tomorrow } } }),
    ).toMatchObject({ verdict: 'key_expired' })
  })

  it('keeps what the provider says in so many words, whatever the history', async () => {
    const revoked = {
      status: 401,
      body: { error: 'invalid_token', error_description: 'Token was revoked. You have to re-authorize from the user.' },
    }
    expect(
      await concludeFrom(providerOf('gitlab'), revoked, { input: { history: { expiresAt: yesterday } } }),
    ).toMatchObject({ verdict: 'key_revoked', confidence: 'proven' })
  })

  it('reads the expiry that a token carries itself', async () => {
    const part = (claims: object) => Buffer.from(JSON.stringify(claims)).toString('base64url')
    const value = `${part({ alg: 'none' })}.${part({ exp: yesterday.getTime() / 1000 })}.${randomLetters(20)}`
    expect(
      await concludeFrom(
        providerOf('openai-compatible'),
        { status: 401, body: { error: 'Unauthorized' } },
        { input: { value } },
      ),
    ).toMatchObject({ verdict: 'key_expired' })
  })
})

describe('a key that is not sent', () => {
  test.each<[string, string, string, Verdict]>([
    ['of another provider', 'openai', usableKey(providerOf('anthropic')), 'wrong_provider_key'],
    ['of a company outside the catalogue', 'openai', `xai-${randomLetters(80)}`, 'wrong_provider_key'],
    ['that manages keys', 'anthropic', `sk-ant-admin01-${randomLetters(93)}AA`, 'wrong_key_kind'],
    ['that is no secret', 'stripe', `pk_live_${randomLetters(24)}`, 'wrong_key_kind'],
    ['that only refreshes', 'github-classic', `ghr_${randomLetters(76)}`, 'wrong_key_kind'],
    ['of nothing but spaces', 'openai', ' \n ', 'key_hidden_characters'],
    ['with a letter that only looks plain', 'openai', `sk-proj-\u0430${randomLetters(40)}`, 'key_hidden_characters'],
  ])('%s', async (_, id, value, verdict) => {
    const conclusion = await concludeFrom(providerOf(id), accepted, { input: { value } })
    expect(conclusion.verdict).toBe(verdict)
    expect(conclusion.because).toContain('Nothing was sent.')
  })

  it('lets a server of one’s own take keys of any company', async () => {
    const value = usableKey(providerOf('anthropic'))
    expect(await concludeFrom(providerOf('openai-compatible'), accepted, { input: { value } })).toMatchObject({
      verdict: 'paired',
    })
  })
})

describe('the environment', () => {
  const stripe = providerOf('stripe')
  const key = (mode: string) => `sk_${mode}_${randomLetters(40)}`
  const balance = (livemode: boolean) => ({ status: 200, body: { object: 'balance', available: [], livemode } })

  test.each<[string, string, boolean, Verdict]>([
    ['test', 'production', true, 'wrong_environment'],
    ['live', 'development', false, 'wrong_environment'],
    ['live', 'staging', true, 'wrong_environment'],
    ['test', 'vault', true, 'wrong_environment'],
    ['test', 'development', false, 'paired'],
    ['live', 'production', true, 'paired'],
    ['live', 'europe', false, 'paired'],
  ])('a %s key in %s (protected: %s) is %s', async (mode, slug, isProtected, verdict) => {
    const conclusion = await concludeFrom(stripe, balance(mode === 'live'), {
      input: { value: key(mode), environment: { slug, protected: isProtected } },
    })
    expect(conclusion.verdict).toBe(verdict)
  })

  it('is also told by the answer', async () => {
    const value = key('live')
    const conclusion = await concludeFrom(stripe, balance(false), {
      input: { value, environment: { slug: 'production', protected: true } },
    })
    expect(conclusion).toMatchObject({ verdict: 'wrong_environment', confidence: 'proven' })
  })
})

describe('a refused key', () => {
  const refusal = { status: 401, body: { detail: 'Provided API key is invalid.' } }

  it('of another site of the same provider is proven to belong there', async () => {
    const otherSite = { name: 'MongoDB Atlas', baseUrl: 'https://ai.mongodb.com/v1' }
    const conclusion = await concludeFrom(providerOf('voyage'), refusal, { evidence: { otherSite } })
    expect(conclusion).toMatchObject({ verdict: 'wrong_environment', confidence: 'proven' })
    expect(conclusion.because.join(' ')).toContain('https://ai.mongodb.com/v1')
  })

  it('is described by its length alone where such keys begin with nothing of their own', async () => {
    const value = randomLetters(20)
    const conclusion = await concludeFrom(
      providerOf('mistral'),
      { status: 401, body: { detail: 'Unauthorized' } },
      { input: { value } },
    )
    expect(conclusion).toMatchObject({ verdict: 'key_shape_mismatch', confidence: 'likely' })
    expect(conclusion.because.join(' ')).toMatch(
      /is 20 characters long and has not the form of an API key .* usually 32/,
    )
    expect(conclusion.because.join(' ')).not.toContain('()')
  })
})

describe('permissions', () => {
  const user = (scopes: string) => ({
    status: 200,
    headers: { 'x-oauth-scopes': scopes },
    body: { login: 'octo', id: 1 },
  })
  const lacking = {
    status: 403,
    body: {
      error: {
        message:
          'You have insufficient permissions. Missing scopes: api.model.read, api.other. Check that you have the correct role.',
        code: 'missing_scope',
      },
    },
  }

  it('names the required one that the key was not given', async () => {
    expect(
      await concludeFrom(github, user('gist, read:user'), { input: { requiredPermissions: ['repo', 'gist'] } }),
    ).toMatchObject({ verdict: 'permission_missing', confidence: 'proven', missing: ['repo'] })
  })

  it('knows what a broad one includes', async () => {
    expect(
      await concludeFrom(github, user('repo, admin:org'), {
        input: { requiredPermissions: ['public_repo', 'read:org'] },
      }),
    ).toMatchObject({ verdict: 'paired' })
  })

  it('takes one that ends in * for all that begin like it', async () => {
    const acls = ['api-key:endpoint:*', 'api-key:model:grok-4']
    const body = { team_id: 'team', api_key_blocked: false, acls }
    const given = (requiredPermissions: string[]) =>
      concludeFrom(providerOf('xai'), { status: 200, body }, { input: { requiredPermissions } })
    expect(await given(['api-key:endpoint:chat', 'api-key:model:grok-4'])).toMatchObject({ verdict: 'paired' })
    expect(await given(['api-key:endpoint:chat', 'api-key:model:grok-4-fast'])).toMatchObject({
      verdict: 'permission_missing',
      missing: ['api-key:model:grok-4-fast'],
    })
  })

  it('takes a key without any as limited, not as bad', async () => {
    expect(await concludeFrom(github, user(''), { input: { requiredPermissions: ['repo'] } })).toMatchObject({
      verdict: 'permission_missing',
    })
    expect(await concludeFrom(github, user(''))).toMatchObject({ verdict: 'paired' })
  })

  it('counts a refused proof call as missing only if it is required here', async () => {
    expect(await concludeFrom(openai, lacking)).toMatchObject({
      verdict: 'paired_limited',
      missing: ['api.model.read', 'api.other'],
    })
    expect(await concludeFrom(openai, lacking, { input: { requiredPermissions: ['model.request'] } })).toMatchObject({
      verdict: 'paired_limited',
    })
    expect(await concludeFrom(openai, lacking, { input: { requiredPermissions: ['api.model.read'] } })).toMatchObject({
      verdict: 'permission_missing',
      missing: ['api.model.read'],
    })
  })

  it('knows one permission in several spellings', async () => {
    const answer = {
      status: 403,
      body: {
        error: {
          code: 'more_permissions_required',
          message: "Having the 'rak_balance_read' permission would allow this request.",
        },
      },
    }
    expect(
      await concludeFrom(providerOf('stripe'), answer, { input: { requiredPermissions: ['balance:read'] } }),
    ).toMatchObject({ verdict: 'permission_missing' })
  })
})

describe('hidden characters', () => {
  const value = ` ${usableKey(openai)}\n`

  it('are the verdict when the cleaned value works', async () => {
    expect(await concludeFrom(openai, accepted, { input: { value } })).toMatchObject({
      verdict: 'key_hidden_characters',
      confidence: 'proven',
    })
  })

  it('are no more than a warning when the cleaned value is refused too', async () => {
    expect(await concludeFrom(openai, refused, { input: { value } })).toMatchObject({ verdict: 'key_invalid' })
  })

  it('stay the verdict when the provider said nothing about the key, and the other fault is named besides', async () => {
    expect(await concludeFrom(openai, { status: 503, body: '' }, { input: { value } })).toMatchObject({
      verdict: 'key_hidden_characters',
      confidence: 'likely',
      also: 'provider_outage',
    })
  })
})

describe('what else may stand behind a success', () => {
  const server = providerOf('openai-compatible')

  it('a server that takes any key proves nothing', async () => {
    expect(await concludeFrom(server, accepted, { evidence: { control: 'accepted' } })).toMatchObject({
      verdict: 'unknown',
    })
  })

  it('a server that could not be shown to refuse is not proven', async () => {
    expect(await concludeFrom(server, accepted, { evidence: { control: 'inconclusive' } })).toMatchObject({
      verdict: 'paired',
      confidence: 'possible',
    })
  })

  it('a wrong clock, where the refusal speaks of time', async () => {
    const late = {
      status: 401,
      body: { error: { message: 'Invalid token: timestamp is too far from now', code: 'invalid_api_key' } },
    }
    expect(await concludeFrom(openai, late, { evidence: { clockSkewMs: 3_600_000 } })).toMatchObject({
      verdict: 'clock_skew',
    })
    expect(await concludeFrom(openai, refused, { evidence: { clockSkewMs: 3_600_000 } })).toMatchObject({
      verdict: 'key_invalid',
    })
  })
})
