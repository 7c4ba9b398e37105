/** The header in which each provider wants its key. */
export function authorise() {
  const { PROVIDER, API_KEY } = process.env
  if (PROVIDER === 'anthropic') return { 'x-api-key': API_KEY, 'anthropic-version': '2023-06-01' }
  if (PROVIDER === 'google-gemini') return { 'x-goog-api-key': API_KEY }
  return { authorization: `Bearer ${API_KEY}` }
}
