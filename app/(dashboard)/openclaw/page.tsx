import type { Metadata } from 'next'
import { requireMember } from '#lib/http/page-context'
import { planOpenClaw } from '#lib/openclaw/plan-openclaw'
import { listProjects } from '#lib/projects/list-projects'
import { placesFor } from '@/components/keys/places'
import { OpenClawScreen } from '@/components/openclaw/openclaw-screen'
import { openClawPlanQuery } from '@/components/openclaw/queries'
import { Seed } from '@/components/query/seed'

export const metadata: Metadata = { title: 'OpenClaw' }

export default async function OpenClawPage() {
  const ctx = await requireMember()
  const projects = await listProjects(ctx, { limit: 200 })
  const places = placesFor(ctx.actor, 'openclaw.plan', projects.items)
  const [first] = places
  const place = first && { project: first.projectSlug, environment: first.environmentSlug }
  return (
    <Seed entries={place ? [[openClawPlanQuery(place).queryKey, await planOpenClaw(ctx, place)]] : []}>
      <OpenClawScreen
        places={places}
        ownPlaces={placesFor(ctx.actor, 'scoped_key.create', projects.items)}
        managedPlaces={placesFor(ctx.actor, 'openclaw.connect', projects.items)}
      />
    </Seed>
  )
}
