import type { HostileAnswer } from './hostile-answer.ts'

const page = (status: number, body: string, headers: Record<string, string> = {}): HostileAnswer => {
  return (_, response) =>
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)
}

const signIn = `<!DOCTYPE html>
<html><head><title>Welcome to the guest network</title><meta http-equiv="refresh" content="300"></head>
<body><h1>Sign in to continue</h1><form method="post" action="/login">
<input name="room"><input name="name"><button>Connect</button></form></body></html>
`

const nginx = (status: number, reason: string) => `<html>\r
<head><title>${status} ${reason}</title></head>\r
<body>\r
<center><h1>${status} ${reason}</h1></center>\r
<hr><center>nginx</center>\r
</body>\r
</html>\r
`

const filtered = `<!DOCTYPE html>
<html><head><title>Access Denied</title></head>
<body><h1>Web page blocked</h1>
<p>Access to the page you were trying to visit has been blocked by your organisation's policy.</p>
<p><b>Category:</b> Artificial Intelligence &mdash; <b>Rule:</b> default-deny</p></body></html>
`

const redirect = (to: (origin: string) => string, status = 302): HostileAnswer => {
  return (_, response, origin) => response.writeHead(status, { location: to(origin), 'content-length': '0' }).end()
}

/** HTML where an API should be, and redirects that would carry a key away. */
export const pages = {
  html200: page(200, signIn),
  html401: page(401, nginx(401, 'Authorization Required'), {
    server: 'nginx',
    'www-authenticate': 'Basic realm="intranet"',
  }),
  html403: page(403, filtered, { server: 'FilterGateway' }),
  html502: page(502, nginx(502, 'Bad Gateway'), { server: 'nginx' }),
  captivePortalRedirect: redirect((origin) => `${otherName(origin)}/html200/login?original=api`),
  redirectOtherHost: redirect((origin) => `${otherName(origin)}/seen/models`, 307),
  redirectMetadata: redirect(() => 'http://169.254.169.254/latest/meta-data/iam/security-credentials/'),
  redirectFile: redirect(() => 'file:///etc/passwd'),
  redirectLoop: redirect((origin) => `${origin}/redirectLoop/models`, 301),
  /** Where `redirectOtherHost` points: a reader that follows it shows up in the log as `hostile/seen`. */
  seen: (_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"object":"list","data":[]}'),
} satisfies Record<string, HostileAnswer>

/** Another name of the same machine, and so another host. */
function otherName(origin: string): string {
  return origin.replace('127.0.0.1', 'localhost')
}
