'use client'

import { Plus } from 'lucide-react'
import { keyTableExamples } from '@/components/keys/keys.examples'
import { AppShell } from '@/components/layout/app-shell'
import { sampleShell } from '@/components/layout/layout.examples'
import { PageHeader } from '@/components/layout/page-header'
import { Button } from '@/components/ui/button'

/** The whole frame with a page in it, as a person sees it. */
export function GalleryShell() {
  return (
    <AppShell {...sampleShell} pathname="/keys" allProjectsHref="/" createProjectHref="/settings">
      <PageHeader
        title="Keys"
        description="11 keys in 3 environments"
        actions={
          <>
            <Button>Import</Button>
            <Button variant="primary">
              <Plus aria-hidden />
              Add key
            </Button>
          </>
        }
      />
      {keyTableExamples.states.full}
    </AppShell>
  )
}
