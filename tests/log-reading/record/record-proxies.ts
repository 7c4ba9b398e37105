import { spawn } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startLab } from '../../lab/start-lab.ts'
import { freePort } from '../../support/port.ts'

/**
 * `node tests/log-reading/record/record-proxies.ts FOLDER`: a real nginx in front of the lab’s faults, and a real Squid
 * that denies; keeps nginx’s error log and Squid’s access log.
 */
const [folder = ''] = process.argv.slice(2)
const fixtures = join(import.meta.dirname, '..', 'fixtures')
const lab = await startLab()
await mkdir(join(folder, 'nginx'), { recursive: true })
await writeFile(join(folder, 'nginx/ca.pem'), lab.ca)
await recordNginx()
await recordSquid()
await lab.stop()

async function recordNginx(): Promise<void> {
  const port = await freePort()
  const upstreams: Record<string, string> = {
    closed: `http://127.0.0.1:${lab.ports.closed}`,
    silent: `http://127.0.0.1:${lab.ports.silent}`,
    reset: `http://127.0.0.1:${lab.ports.resetAfterRequest}`,
    expired: new URL(lab.tls.expired).origin,
    plain: new URL(lab.tls.plainHttpOnTlsPort).origin,
    good: new URL(lab.tls.good).origin,
  }
  const locations = Object.entries(upstreams).map(
    ([name, url]) => `location /${name}/ { proxy_pass ${url}/; proxy_read_timeout 1s; }`,
  )
  const conf = `
daemon off; master_process off; pid ${folder}/nginx/pid; error_log ${folder}/nginx/error.log error;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/nginx/body; proxy_temp_path ${folder}/nginx/proxy;
  fastcgi_temp_path ${folder}/nginx/f; uwsgi_temp_path ${folder}/nginx/u; scgi_temp_path ${folder}/nginx/s;
  proxy_ssl_verify on; proxy_ssl_trusted_certificate ${folder}/nginx/ca.pem; proxy_ssl_name 127.0.0.1;
  server { listen 127.0.0.1:${port}; ${locations.join('\n')} }
}`
  await writeFile(join(folder, 'nginx/nginx.conf'), conf)
  const nginx = spawn('nginx', ['-c', join(folder, 'nginx/nginx.conf')], { stdio: 'inherit' })
  await settled()
  for (const name of Object.keys(upstreams))
    await fetch(`http://127.0.0.1:${port}/${name}/v1/models`, {
      headers: { authorization: `Bearer ${lab.issue('openai')}` },
    })
  nginx.kill()
  await keep('nginx-error.log', join(folder, 'nginx/error.log'))
}

async function recordSquid(): Promise<void> {
  const port = await freePort()
  const conf = `
http_port 127.0.0.1:${port}
acl forbidden dstdomain api.openai.com
acl nowhere dstdomain api.anthropic.com
http_access deny forbidden
http_access allow all
cache deny all
pid_filename ${folder}/squid.pid
access_log stdio:${folder}/squid-access.log
cache_log ${folder}/squid-cache.log
logfile_rotate 0
visible_hostname lab`
  await writeFile(join(folder, 'squid.conf'), conf)
  const squid = spawn('squid', ['-N', '-f', join(folder, 'squid.conf')], { stdio: 'inherit' })
  await settled(4000)
  for (const host of ['api.openai.com', 'api.anthropic.com'])
    await new Promise((resolve) =>
      spawn('curl', ['-sS', '--max-time', '20', '-x', `http://127.0.0.1:${port}`, `https://${host}/v1/models`], {
        stdio: 'inherit',
      }).once('close', resolve),
    )
  await settled()
  squid.kill()
  await keep('squid-access.log', join(folder, 'squid-access.log'))
}

async function keep(name: string, file: string): Promise<void> {
  await writeFile(join(fixtures, name), (await readFile(file, 'utf8')).replaceAll(folder, '/srv'))
}

function settled(ms = 1500): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
