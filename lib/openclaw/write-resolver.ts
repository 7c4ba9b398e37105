/** The file beside the resolver that holds the scoped key, and nothing else. */
export const TOKEN_FILE = 'claviger.token'

/**
 * The resolver that OpenClaw runs: a script for /bin/sh and curl. OpenClaw gives it an empty environment, so that every
 * path is absolute, and shows of a failure the exit code alone: those of curl, and 26 where the token cannot be read.
 * The token goes to curl by a file descriptor: arguments can be read by everyone on the machine.
 */
export function writeResolver(origin: string): string {
  return `#!/bin/sh
# Gives OpenClaw the values that its references mean, from ${origin}.
# The scoped key is read from ${TOKEN_FILE} beside this file. Keep both readable by you alone.
# Exit codes: 6 the name was not found, 7 refused, 22 answered with an error such as 401, 26 no token,
# 28 too slow, 35 and 60 TLS (for a certificate authority of your own add --cacert /path/to/ca.pem).
read -r token < "\${0%/*}/${TOKEN_FILE}" || [ -n "$token" ] || exit 26
exec /usr/bin/curl --config /dev/fd/3 --silent --show-error --fail --max-time 4 --noproxy '*' \\
  --header 'content-type: application/json' --data-binary @- \\
  '${origin}/api/v1/openclaw/resolve' 3<<END
header = "authorization: Bearer $token"
END
`
}
