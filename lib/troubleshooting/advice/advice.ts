import type { Platform } from '../schema.ts'

export interface Advice {
  title: string
  detail: string
  /** To be run or set on the application's side. */
  command?: string
}

/** What the network may ask of an application: to go through a proxy, or to trust an authority of the company's own. */
export type Topic = 'proxy' | 'certificate'

export const PLATFORM_NAMES: Record<Platform, string> = {
  node: 'Node.js',
  python_requests: 'Python requests',
  python_httpx: 'Python httpx',
  go: 'Go',
  java: 'Java',
  curl: 'curl',
  docker: 'Docker',
  kubernetes: 'Kubernetes',
  openclaw: 'OpenClaw',
}

const proxyTitle = (platform: Platform) => `Let ${PLATFORM_NAMES[platform]} go through the proxy`
const trustTitle = (platform: Platform) => `Let ${PLATFORM_NAMES[platform]} trust the inspecting authority`
const PROXY = 'HTTPS_PROXY=http://proxy.example:3128 NO_PROXY=localhost,127.0.0.1'
const CA = '/etc/ssl/company-ca.pem'

/** How each platform is told; sources are the documentation of each: Node.js CLI, requests, httpx, Go, the JDK, curl, Docker, Kubernetes. */
export const advice: Record<Topic, Record<Platform, Advice>> = {
  proxy: {
    node: {
      title: proxyTitle('node'),
      detail:
        'From Node.js 24 on, fetch and http obey HTTPS_PROXY only with NODE_USE_ENV_PROXY=1. Before, and with libraries that bring their own agent, the agent has to be given in code (undici’s EnvHttpProxyAgent).',
      command: `${PROXY} NODE_USE_ENV_PROXY=1 node app.js`,
    },
    python_requests: {
      title: proxyTitle('python_requests'),
      detail: 'requests obeys HTTPS_PROXY and NO_PROXY by itself, unless the session has trust_env = False.',
      command: `${PROXY} python app.py`,
    },
    python_httpx: {
      title: proxyTitle('python_httpx'),
      detail:
        'httpx, and so OpenAI’s and Anthropic’s libraries, obey HTTPS_PROXY unless the client was made with trust_env=False or a transport of its own; then give proxy= to the client.',
      command: `${PROXY} python app.py`,
    },
    go: {
      title: proxyTitle('go'),
      detail:
        'The default transport obeys HTTPS_PROXY and NO_PROXY; one of the application’s own needs Proxy: http.ProxyFromEnvironment.',
      command: `${PROXY} ./app`,
    },
    java: {
      title: proxyTitle('java'),
      detail: 'The JVM does not read HTTPS_PROXY: system properties say it.',
      command:
        'java -Dhttps.proxyHost=proxy.example -Dhttps.proxyPort=3128 -Dhttp.nonProxyHosts="localhost|127.*" -jar app.jar',
    },
    curl: {
      title: proxyTitle('curl'),
      detail: 'curl obeys HTTPS_PROXY, or -x for one call.',
      command: 'curl -v -x http://proxy.example:3128 https://…',
    },
    docker: {
      title: proxyTitle('docker'),
      detail:
        'A container does not see the host’s variables. "proxies" in ~/.docker/config.json sets them in every new container; -e does so in one. localhost inside is the container itself.',
      command: 'docker run -e HTTPS_PROXY=http://proxy.example:3128 -e NO_PROXY=localhost,127.0.0.1 IMAGE',
    },
    kubernetes: {
      title: proxyTitle('kubernetes'),
      detail:
        'Set HTTPS_PROXY and NO_PROXY in env of the container; NO_PROXY must name the cluster’s own services (.svc,.cluster.local and the service range). A NetworkPolicy for egress must allow the proxy, and DNS.',
      command:
        'kubectl set env deployment/APP HTTPS_PROXY=http://proxy.example:3128 NO_PROXY=localhost,127.0.0.1,.svc,.cluster.local',
    },
    openclaw: {
      title: proxyTitle('openclaw'),
      detail:
        'The gateway runs as a service and sees no variable of your shell: write HTTPS_PROXY and NO_PROXY into ~/.openclaw/.env, then restart it.',
      command: 'openclaw gateway restart',
    },
  },
  certificate: {
    node: {
      title: trustTitle('node'),
      detail:
        'Node.js brings its own list of authorities. NODE_EXTRA_CA_CERTS adds one and is read at the start only; --use-system-ca takes those of the machine. Never NODE_TLS_REJECT_UNAUTHORIZED=0: it would show the key to everyone on the way.',
      command: `NODE_EXTRA_CA_CERTS=${CA} node app.js`,
    },
    python_requests: {
      title: trustTitle('python_requests'),
      detail:
        'requests uses certifi’s list, not the machine’s. The file must hold the public authorities too. Never verify=False.',
      command: `REQUESTS_CA_BUNDLE=${CA} python app.py`,
    },
    python_httpx: {
      title: trustTitle('python_httpx'),
      detail:
        'httpx uses certifi’s list and obeys SSL_CERT_FILE, which must hold the public authorities too. Never verify=False.',
      command: `SSL_CERT_FILE=${CA} python app.py`,
    },
    go: {
      title: trustTitle('go'),
      detail: 'Go uses the machine’s authorities on Linux, or SSL_CERT_FILE. Never InsecureSkipVerify.',
      command: `SSL_CERT_FILE=${CA} ./app`,
    },
    java: {
      title: trustTitle('java'),
      detail:
        'The JVM has a key store of its own: import the authority there, or use the machine’s on Windows and macOS.',
      command: `keytool -importcert -cacerts -alias company-ca -file ${CA}`,
    },
    curl: {
      title: trustTitle('curl'),
      detail: 'For one call --cacert, for all CURL_CA_BUNDLE. Never -k with a key.',
      command: `curl -v --cacert ${CA} https://…`,
    },
    docker: {
      title: trustTitle('docker'),
      detail:
        'The image brings its own authorities: copy the certificate in, and tell the language inside where it is (NODE_EXTRA_CA_CERTS, SSL_CERT_FILE, REQUESTS_CA_BUNDLE).',
      command: `docker run -v ${CA}:${CA}:ro -e SSL_CERT_FILE=${CA} -e NODE_EXTRA_CA_CERTS=${CA} IMAGE`,
    },
    kubernetes: {
      title: trustTitle('kubernetes'),
      detail: 'Put the certificate into a ConfigMap, mount it, and set the variable of the language inside.',
      command: `kubectl create configmap company-ca --from-file=ca.pem=${CA}`,
    },
    openclaw: {
      title: trustTitle('openclaw'),
      detail:
        'OpenClaw runs on Node.js: write NODE_EXTRA_CA_CERTS into the environment of its service (systemd or launchd), not only into your shell, and restart the gateway. Its log names the certificate’s fault only in lines of [model-fetch].',
      command: 'openclaw gateway restart',
    },
  },
}
