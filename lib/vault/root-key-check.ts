import { createHmac } from 'node:crypto'
import { purposeKey } from './purposes.ts'

/** Recognises a root key without opening or revealing anything. */
export function rootKeyCheck(rootKey: Uint8Array): string {
  return createHmac('sha256', purposeKey(rootKey, 'canary')).update('check').digest('hex').slice(0, 32)
}
