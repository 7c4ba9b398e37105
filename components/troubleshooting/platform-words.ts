import type { Platform } from '#lib/troubleshooting/schema'

/** What an application may be built on: chooses which advice on proxies and certificates is shown. */
export const PLATFORM_WORDS: Record<Platform, string> = {
  openclaw: 'OpenClaw',
  node: 'Node.js',
  python_requests: 'Python, requests',
  python_httpx: 'Python, httpx (OpenAI’s and Anthropic’s libraries)',
  go: 'Go',
  java: 'Java',
  curl: 'curl',
  docker: 'Docker',
  kubernetes: 'Kubernetes',
}
