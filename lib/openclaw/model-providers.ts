/**
 * What OpenClaw calls the model providers that Claviger knows; others it calls as Claviger does.
 * Source: docs/providers of openclaw 2026.9.6.
 */
const NAMES: Record<string, string> = {
  'google-gemini': 'google',
  'nvidia-nim': 'nvidia',
}

/** Not of these: what they need besides a key is not in a reference. */
const LEFT_OUT = new Set(['azure-openai'])

export function modelProviderOf({ provider, category }: { provider: string; category: string }): string | null {
  return category === 'llm' && !LEFT_OUT.has(provider) ? (NAMES[provider] ?? provider) : null
}
