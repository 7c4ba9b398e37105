'use client'

import { Plus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { Examples } from '@/components/ui/examples'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { AccountLayout } from './account-layout.tsx'
import { Brand } from './brand-mark.tsx'
import { PageHeader } from './page-header.tsx'
import { Sidebar } from './sidebar.tsx'
import { ThemeChoice } from './theme-choice.tsx'

const projects = [
  { slug: 'assistant', name: 'Assistant', href: '/?project=assistant' },
  { slug: 'billing', name: 'Billing', href: '/?project=billing' },
]
export const sampleShell = {
  user: { name: 'Admin', email: 'admin@example.com' },
  projects,
  project: 'assistant',
  attention: { '/': 3 },
}

export const layoutExamples: Examples = {
  title: 'Layout',
  states: {
    brand: <Brand />,
    theme: <ThemeChoice />,
    sidebar: (
      <div className="h-120 w-58 rounded-lg border bg-sunken">
        <Sidebar
          {...sampleShell}
          pathname="/keys"
          allProjectsHref="/"
          createProjectHref="/settings/projects"
          onShowShortcuts={() => undefined}
        />
      </div>
    ),
    'page header': (
      <PageHeader
        trail={[{ label: 'Keys', href: '/keys' }]}
        title={<span className="font-mono">OPENAI_API_KEY</span>}
        description="OpenAI, in Assistant"
        actions={
          <>
            <Button>Edit</Button>
            <Button variant="primary">
              <Plus aria-hidden />
              Test pairing
            </Button>
          </>
        }
      />
    ),
    'sign in': (
      <div className="h-140 overflow-hidden rounded-lg border bg-canvas *:min-h-0 *:pt-10">
        <AccountLayout
          title="Sign in"
          description="With the account of this installation."
          footer="Lost your password? An operator can set a new one with claviger admin reset-password."
        >
          <form className="flex flex-col gap-4">
            <Field label="Email">{(control) => <Input {...control} type="email" autoComplete="username" />}</Field>
            <Field label="Password">
              {(control) => <Input {...control} type="password" autoComplete="current-password" />}
            </Field>
            <Button variant="primary" size="lg">
              Sign in
            </Button>
          </form>
        </AccountLayout>
      </div>
    ),
  },
}
