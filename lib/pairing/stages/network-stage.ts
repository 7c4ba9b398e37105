import type { Trace } from '#lib/outbound/trace'
import type { PairingStage } from '../schema.ts'
import { dnsStage } from './dns.ts'
import { httpStage } from './http.ts'
import { proxyStage } from './proxy.ts'
import { tcpStage } from './tcp.ts'
import { tlsStage } from './tls.ts'

/** One stage of the network, in words. */
export function networkStage(trace: Trace): PairingStage {
  switch (trace.stage) {
    case 'dns':
      return dnsStage(trace)
    case 'tcp':
      return tcpStage(trace)
    case 'proxy':
      return proxyStage(trace)
    case 'tls':
      return tlsStage(trace)
    case 'http':
      return httpStage(trace)
  }
}
