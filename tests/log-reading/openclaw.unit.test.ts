import { describe, expect, it } from 'vitest'
import { OPENCLAW_FAULTS, openclawFaults } from '#lib/log-reading/openclaw-faults'
import { readText } from './read-text.ts'

const ID = '73e4ee31-f201-403b-bc54-c9b5acc3aab8'

describe('OpenClaw’s own faults', () => {
  it.each([
    [
      `gateway connect failed: GatewayClientRequestError: device pairing required (requestId: ${ID})`,
      `openclaw devices approve ${ID}`,
    ],
    ['gateway closed (1008): pairing required', 'openclaw devices list'],
    [
      `[ws] closed before connect cause=pairing-required requestId=${ID} reason=metadata-upgrade`,
      `openclaw devices approve ${ID}`,
    ],
    [
      `node capability surface is awaiting operator approval; run \`openclaw nodes approve ${ID}\``,
      `openclaw nodes approve ${ID}`,
    ],
    ['unauthorized: gateway token mismatch (provide gateway auth token)', 'openclaw gateway auth-token --show'],
    [
      '{"1":{"deviceId":"de446e9b3311b20f635a848dc3e7fffd"},"2":"unauthorized: device token mismatch"}',
      'openclaw devices rotate --device de446e9b3311b20f635a848dc3e7fffd --role operator',
    ],
    ['unauthorized: bootstrap token invalid or expired', 'openclaw qr'],
    [
      'No pending pairing request found for code "ABCD2345". Run openclaw pairing list --channel telegram to list',
      'openclaw pairing list --channel telegram',
    ],
    ['Provider openai is in cooldown (billing) | MODEL_FALLBACK_SKIPPED', 'openclaw models status --json'],
    ['[SECRETS_PROVIDER_DEGRADED] exec:claviger: secret provider failed.', 'openclaw secrets reload'],
  ])('%s: names the command that mends it', async (line, command) => {
    expect((await readText(line)).groups).toMatchObject([{ source: 'openclaw', confidence: 'proven', command }])
  })

  it('passes on what a resolver’s exit code says', async () => {
    const { groups } = await readText(
      'Failed to resolve exec:claviger:a/b (Exec provider "claviger" exited with code 22.)',
    )
    expect(groups[0]?.means).toMatch(/^The server that holds the keys refused the resolver/)
  })

  it('puts the failure before the cooldown that follows from it', async () => {
    const cooldown = 'Provider openai is in cooldown (auth) | MODEL_FALLBACK_SKIPPED'
    const failure = '[model-fetch] error provider=openai code=ENOTFOUND message=getaddrinfo ENOTFOUND api.openai.com'
    const { groups } = await readText([cooldown, cooldown, failure].join('\n'))
    expect(groups.map(({ cause }) => cause)).toEqual(['dns_not_found', 'openclaw_profile_cooldown'])
  })

  it('counts an answer once, though its status was logged before', async () => {
    const { groups } = await readText(
      [
        '[provider-transport-fetch] [model-fetch] response provider=openai api=openai-completions model=m status=401 elapsedMs=1',
        'No text output returned for provider "openai" model "m": 401 Incorrect API key provided: ****.',
      ].join('\n'),
    )
    expect(groups).toMatchObject([{ cause: 'key_invalid', confidence: 'likely', count: 1 }])
  })

  it('has a headline, a meaning and a command for each', () => {
    expect(Object.keys(openclawFaults).toSorted()).toEqual([...OPENCLAW_FAULTS].toSorted())
    for (const { headline, means, command } of Object.values(openclawFaults)) {
      expect(headline.endsWith('.')).toBe(true)
      expect(means.length).toBeGreaterThan(40)
      expect(command({})).toMatch(/^openclaw /)
    }
  })
})
