import { describe, expect, it } from 'vitest'
import { buildCurl } from '#lib/pairing/build-curl'
import { proofUrl } from '#lib/pairing/proof-request'
import { providerOf } from './conclude-from.ts'

describe('where a key is checked', () => {
  it('is below the base URL, whoever’s it is', () => {
    expect(proofUrl(providerOf('openai'), 'https://api.openai.com/v1', 'key')).toBe('https://api.openai.com/v1/models')
    expect(proofUrl(providerOf('openai'), 'http://localhost:1234/v1', 'key')).toBe('http://localhost:1234/v1/models')
  })

  it('is another host of the provider where the documentation names one', () => {
    const nvidia = providerOf('nvidia-nim')
    const check = 'https://api.ngc.nvidia.com/v3/keys/get-caller-info'
    expect(proofUrl(nvidia, 'https://integrate.api.nvidia.com/v1', 'key')).toBe(check)
    expect(proofUrl(nvidia, 'https://api.ngc.nvidia.com/v3', 'key')).toBe(check)
  })

  it('is beside the paths under which the API speaks its dialects', () => {
    const balance = 'https://api.deepseek.com/user/balance'
    for (const path of ['', '/v1', '/anthropic'])
      expect(proofUrl(providerOf('deepseek'), `https://api.deepseek.com${path}`, 'key')).toBe(balance)
  })

  it('never leaves a server of the customer’s own', () => {
    for (const baseUrl of ['https://nim.example.com/v1', 'https://integrate.api.nvidia.com:8443/v1'])
      expect(proofUrl(providerOf('nvidia-nim'), baseUrl, 'key')).toBe(`${baseUrl}/keys/get-caller-info`)
  })

  it('is the same in the cURL, with a variable for the key in the form', () => {
    const curl = buildCurl(providerOf('nvidia-nim'), 'https://integrate.api.nvidia.com/v1', '$NVIDIA_API_KEY')
    expect(curl).toContain("'https://api.ngc.nvidia.com/v3/keys/get-caller-info'")
    expect(curl).toContain('--data "credentials=$NVIDIA_API_KEY"')
  })
})
