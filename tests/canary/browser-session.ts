export interface BrowserAnswer {
  status: number
  text: string
  /** All but the cookies that it sets. */
  headers: string
  /** Where it sends the browser; empty where it does not. */
  location: string
}

/** A browser's way in, over HTTP alone: next-auth's token, the form, the cookie. */
export interface BrowserSession {
  cookie: string
  /** Asks as a page of our own would, unless `headers` say otherwise. */
  ask(
    method: string,
    path: string,
    asking?: { body?: string; headers?: Record<string, string> },
  ): Promise<BrowserAnswer>
  /** Signs in; answers with what came back. */
  signIn(email: string, password: string): Promise<BrowserAnswer>
}

export function browserSession(baseUrl: string): BrowserSession {
  const jar = new Map<string, string>()
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const ask: BrowserSession['ask'] = async (method, path, { body, headers = {} } = {}) => {
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      redirect: 'manual',
      headers: { cookie: cookie(), 'sec-fetch-site': 'same-origin', ...headers },
      ...(body === undefined ? {} : { body }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    const told = [...response.headers].filter(([name]) => name !== 'set-cookie')
    const location = response.headers.get('location') ?? ''
    return { status: response.status, text: await response.text(), headers: JSON.stringify(told), location }
  }
  return {
    get cookie() {
      return jar.get('claviger.session') ?? ''
    },
    ask,
    async signIn(email, password) {
      const { csrfToken } = JSON.parse((await ask('GET', '/api/auth/csrf')).text)
      const body = new URLSearchParams({ email, password, csrfToken, json: 'true' }).toString()
      return ask('POST', '/api/auth/callback/credentials', {
        body,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
    },
  }
}
