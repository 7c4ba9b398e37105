import type { Certificate } from '#lib/outbound/read-chain'
import type { NetworkCase } from './explain-network.ts'
import type { Explanation } from './explanation.ts'

const SKEW_MATTERS_MS = 5 * 60_000

/** The certificate is out of its time, or our clock is: an unrelated host decides. */
export function explainCertificateTime({ failure, probes }: NetworkCase, chain: Certificate[]): Explanation {
  const isExpired = failure.code === 'CERT_HAS_EXPIRED'
  const bad = chain.find(({ validFrom, validTo }) =>
    isExpired ? Date.parse(validTo) < Date.now() : Date.parse(validFrom) > Date.now(),
  )
  const dates: Explanation['evidence'] = bad
    ? { validFrom: bad.validFrom, validTo: bad.validTo, subject: bad.subject }
    : {}
  const skewMs = probes.controls.find((control) => control.clockSkewMs !== undefined)?.clockSkewMs
  if (skewMs !== undefined && Math.abs(skewMs) > SKEW_MATTERS_MS) {
    const minutes = Math.round(Math.abs(skewMs) / 60_000)
    const cause = [
      `The clock of this machine is ${minutes} minutes ${skewMs > 0 ? 'slow' : 'fast'}, by the Date header of another host.`,
    ]
    return { verdict: 'clock_skew', confidence: 'proven', cause, evidence: { ...dates, clockSkewMs: skewMs } }
  }
  const alsoOutOfTime = probes.controls
    .filter((control) => control.failure?.code === failure.code)
    .map(({ host }) => host)
  if (alsoOutOfTime.length > 0) {
    const cause = [
      `The certificate of ${alsoOutOfTime.join(' and ')} looks out of its time too, so it is most likely the clock of this machine that is wrong.`,
    ]
    return { verdict: 'clock_skew', confidence: 'likely', nearTwin: 'tls_cert_time', cause, evidence: dates }
  }
  const when = bad ? [isExpired ? `It ended on ${bad.validTo}.` : `It begins only on ${bad.validFrom}.`] : []
  const clock =
    skewMs === undefined
      ? [`By the clock of this machine it is ${new Date().toISOString()}; nothing was at hand to compare it with.`]
      : ['The clock of this machine agrees with another host.']
  const isSure = skewMs !== undefined
  return {
    verdict: 'tls_cert_time',
    confidence: isSure ? 'proven' : 'likely',
    nearTwin: isSure ? undefined : 'clock_skew',
    cause: [...when, ...clock],
    evidence: dates,
  }
}
