import { route } from '#lib/http/route'
import { findInstallation } from '#lib/installation/find-installation'
import { Installation } from '#lib/installation/schema'

export const GET = route({
  action: 'installation.find',
  summary: 'Version and state of this installation.',
  output: Installation,
  handler: ({ ctx }) => findInstallation(ctx),
})
