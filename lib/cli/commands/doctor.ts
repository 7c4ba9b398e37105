import { runChecks } from '#lib/doctor/run-checks'
import { readEnv } from '#lib/env'
import { print } from '../print.ts'

export async function run(): Promise<number> {
  let failed = false
  for await (const { status, check, sentence } of runChecks(readEnv())) {
    print(`${status.padEnd(4)}  ${check}: ${sentence}`)
    failed ||= status === 'fail'
  }
  return failed ? 1 : 0
}
