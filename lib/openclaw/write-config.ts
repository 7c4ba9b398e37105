import { execProvider, type Referred, referenceOf, SECRET_PROVIDER } from './write-plan.ts'

/** What belongs into `openclaw.json`, beside what is there. */
export function writeConfig(command: string, references: Referred[]): string {
  const providers = Object.fromEntries(references.map(({ as, reference }) => [as, { apiKey: referenceOf(reference) }]))
  const config = {
    secrets: { providers: { [SECRET_PROVIDER]: execProvider(command) } },
    models: { mode: 'merge', providers },
  }
  return `${JSON.stringify(config, null, 2)}\n`
}
