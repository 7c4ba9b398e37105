import type { Lab } from '../lab/start-lab.ts'
import type { ApiClient } from '../support/api-client.ts'
import type { App } from '../support/app.ts'
import type { Nest } from './nest.ts'

/** What every walk through the product has at hand. */
export interface Flow {
  app: App
  lab: Lab
  nest: Nest
  api: ApiClient
  place: { project: string; environment: string }
  keep(where: string, answer: { status: number; text: string; headers: string | Headers }): void
}
