/** The free call that only a valid key gets an answer to, as each provider documents it. */
export function proofCall(providerId: string, baseUrl: string, key: string) {
  const bearer = { authorization: `Bearer ${key}`, 'user-agent': 'lab-test' }
  const calls: Record<string, { path: string; method?: 'POST'; headers: Record<string, string> }> = {
    anthropic: { path: '/models', headers: { 'x-api-key': key, 'anthropic-version': '2023-06-01' } },
    'google-gemini': { path: '/models', headers: { 'x-goog-api-key': key } },
    openrouter: { path: '/key', headers: bearer },
    'github-classic': { path: '/user', headers: bearer },
    'github-fine-grained': { path: '/user', headers: bearer },
    gitlab: { path: '/personal_access_tokens/self', headers: { 'private-token': key } },
    stripe: { path: '/balance', headers: bearer },
    slack: { path: '/auth.test', method: 'POST', headers: bearer },
  }
  const { path, method = 'GET', headers } = calls[providerId] ?? { path: '/models', headers: bearer }
  return { url: `${baseUrl}${path}`, method, headers }
}
