const WORDS: Record<string, string> = {
  'key.create': 'stored the key',
  'key.edit': 'edited the key',
  'key.delete': 'deleted the key',
  'key.restore': 'restored the key',
  'key.replace': 'replaced the value',
  'key.reveal': 'read the value',
  'key.test': 'tested the pairing',
  'key.import': 'imported the key',
  'key.revoke': 'revoked the key',
}

/** What somebody did to a key, as the rest of a sentence that begins with their name. */
export function keyEventWords(action: string, outcome: 'allowed' | 'denied' | 'failed'): string {
  const words = WORDS[action] ?? `did ${action}`
  if (outcome === 'allowed') return words
  return outcome === 'denied' ? `was refused: ${action}` : `tried and failed: ${action}`
}
