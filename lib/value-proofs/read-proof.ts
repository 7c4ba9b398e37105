export interface ReadProof {
  digest: Buffer
  lengthClass: string | null
}

/** The code in what was printed, by `claviger prove-value` or by openssl; null where there is none, or more than one. */
export function readProof(text: string): ReadProof | null {
  const digests = [...new Set(text.toLowerCase().match(/\b[a-f0-9]{64}\b/g))]
  const [digest] = digests
  if (!digest || digests.length > 1) return null
  const lengthClass = /\b[a-f0-9]{64}\s+(\d{1,3}(?:-\d{1,3}|\+))/i.exec(text)?.[1] ?? null
  return { digest: Buffer.from(digest, 'hex'), lengthClass }
}
