'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { About } from '@/components/installation/about'
import { PageHeader } from '@/components/layout/page-header'
import { Profile } from '@/components/profile/profile'
import { Projects } from '@/components/projects/projects'
import { Shares } from '@/components/shares/shares'
import { Tokens } from '@/components/tokens/tokens'
import { Tabs } from '@/components/ui/tabs'
import { readSettingsTab } from './settings-tabs.ts'

export function SettingsScreen() {
  const router = useRouter()
  const pathname = usePathname()
  const tab = readSettingsTab(useSearchParams().get('tab'))
  return (
    <>
      <PageHeader title="Settings" />
      <Tabs
        label="Settings"
        value={tab}
        onValueChange={(next) => router.replace(`${pathname}?tab=${next}`, { scroll: false })}
        tabs={[
          { value: 'profile', label: 'Profile', content: <Profile /> },
          {
            value: 'tokens',
            label: 'Tokens',
            content: (
              <div className="max-w-240">
                <Tokens />
              </div>
            ),
          },
          {
            value: 'links',
            label: 'Shared links',
            content: (
              <div className="max-w-240">
                <Shares />
              </div>
            ),
          },
          { value: 'projects', label: 'Projects', content: <Projects /> },
          { value: 'about', label: 'About', content: <About /> },
        ]}
      />
    </>
  )
}
