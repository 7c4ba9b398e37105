'use client'

import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { InstallationRole } from '#lib/access/roles'
import { showProblem } from '@/components/query/show-problem'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormActions } from '@/components/ui/form-actions'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { OnceShown } from '@/components/ui/once-shown'
import { InstallationRoleField } from './installation-role-field.tsx'
import { type InvitedRole, InvitedRoles } from './invited-roles.tsx'
import type { MemberProject } from './member-drawer.tsx'
import { useInviteMember } from './queries.ts'

interface InviteDialogProps {
  projects: MemberProject[]
  onClose: () => void
}

/** Asks whom and with which roles, then shows the link the one time that anybody can. */
export function InviteDialog({ projects, onClose }: InviteDialogProps) {
  const invite = useInviteMember()
  const invitation = invite.data
  return (
    <Dialog
      open
      title={invitation ? 'Hand over the link' : 'Invite member'}
      description={invitation ? `To ${invitation.email}, by a way that only they read.` : undefined}
      onOpenChange={(open) => !open && onClose()}
    >
      {invitation ? (
        <div className="flex flex-col gap-4">
          <OnceShown label="Link" secret={invitation.link}>
            Whoever opens it becomes the member. It works once, within 24 hours; Claviger sends no mail.
          </OnceShown>
          <div className="flex justify-end">
            <Button onClick={onClose}>Done</Button>
          </div>
        </div>
      ) : (
        <InviteForm invite={invite} projects={projects} onCancel={onClose} />
      )}
    </Dialog>
  )
}

interface InviteFormProps {
  invite: ReturnType<typeof useInviteMember>
  projects: MemberProject[]
  onCancel: () => void
}

function InviteForm({ invite, projects, onCancel }: InviteFormProps) {
  const [role, setRole] = useState<InstallationRole>('member')
  const [roles, setRoles] = useState<Record<string, InvitedRole>>({})
  const { register, handleSubmit, setError, formState } = useForm<{ email: string }>()
  const { errors } = formState
  const managesAll = role === 'owner' || role === 'admin'
  const submit = handleSubmit(async ({ email }) => {
    const grants = managesAll
      ? []
      : Object.entries(roles).map(([environmentId, each]) => ({ environmentId, role: each }))
    try {
      await invite.mutateAsync({ email, role, grants })
    } catch (error) {
      showProblem(error, setError, ['email'])
    }
  })
  return (
    <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
      {errors.root?.message && <Notice tone="fail" title={errors.root.message} />}
      <Field label="Email" hint="They sign in with it." error={errors.email?.message}>
        {(control) => (
          <Input
            {...control}
            {...register('email', { required: 'Type the email of the person to invite.' })}
            type="email"
            autoComplete="off"
            autoFocus
          />
        )}
      </Field>
      <InstallationRoleField value={role} onChange={setRole} />
      {!managesAll && <InvitedRoles projects={projects} roles={roles} onChange={setRoles} />}
      <FormActions action="Make invitation link" busy={invite.isPending} onCancel={onCancel} />
    </form>
  )
}
