import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { may } from '#lib/access/policy'
import { requireMember } from '#lib/http/page-context'
import { NewProjectForm } from '@/components/projects/new-project-form'

export const metadata: Metadata = { title: 'New project' }

export default async function NewProjectPage() {
  const { actor } = await requireMember()
  if (!may(actor, 'project.create')) notFound()
  return <NewProjectForm />
}
