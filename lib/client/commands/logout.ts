import { say } from '../../cli/print.ts'
import { forget } from '../settings.ts'

export async function run(): Promise<undefined> {
  say(
    forget()
      ? 'Forgotten on this machine. The token stays valid: revoke it in Claviger if it should not.'
      : 'Nobody was signed in.',
  )
}
