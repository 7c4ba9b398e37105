/** What one hung server can hold up: the provider, or the server that a key's own address names. */
export function testLane({ provider, baseUrl }: { provider: string; baseUrl?: string | null | undefined }): string {
  return (baseUrl && URL.parse(baseUrl)?.host) || provider
}
