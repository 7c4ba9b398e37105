import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { StatusFeed } from '#lib/providers/provider'
import { type WatchedFeed, watchedFeeds } from '#lib/status-pages/watched-feeds'
import { type Lab, startLab } from '../lab/start-lab.ts'
import { freshWorld, type World } from '../support/world.ts'

export interface LabWorld {
  lab: Lab
  world: World
  /** The settings that lead to the lab, for another process. */
  settings: Record<string, string>
  close(): Promise<void>
}

/** An installation that reaches the lab under the providers' real names, through a proxy and an authority of its own. */
export async function openLabWorld(): Promise<LabWorld> {
  const lab = await startLab()
  const folder = await mkdtemp(path.join(tmpdir(), 'claviger-status-'))
  const caFile = path.join(folder, 'ca.pem')
  await writeFile(caFile, lab.ca)
  const settings = {
    HTTPS_PROXY: lab.proxies.open,
    NODE_EXTRA_CA_CERTS: caFile,
    CLAVIGER_DNS_COMPARE: '',
    CLAVIGER_CONTROL_HOSTS: '',
  }
  const world = await freshWorld(settings)
  return {
    lab,
    world,
    settings,
    close: async () => {
      await world.close()
      await lab.stop()
      await rm(folder, { recursive: true })
    },
  }
}

/** One feed, watched for one provider. */
export function watch(id: string, feed: StatusFeed): WatchedFeed[] {
  return watchedFeeds([{ id, status: feed }])
}
