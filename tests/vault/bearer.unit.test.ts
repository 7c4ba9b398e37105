import { describe, expect, it } from 'vitest'
import { hashBearer, mintBearer } from '#lib/vault/bearer'

describe('a bearer secret', () => {
  it('names its kind and is recognised by its checksum, without a database', () => {
    for (let round = 0; round < 500; round++) {
      const { secret, hash, tail } = mintBearer('pat')
      expect(secret).toMatch(/^clv_pat_[0-9A-Za-z]{49}$/)
      expect(hashBearer('pat', secret)).toEqual(hash)
      expect(secret.endsWith(tail)).toBe(true)
    }
  })

  it('is not taken for another kind', () => {
    const { secret } = mintBearer('inv')
    expect(hashBearer('pat', secret)).toBeNull()
    expect(hashBearer('pat', secret.replace('inv', 'pat'))).toBeNull()
  })

  it('never comes twice', () => {
    expect(new Set(Array.from({ length: 5000 }, () => mintBearer('pat').secret)).size).toBe(5000)
  })
})
