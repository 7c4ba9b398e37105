'use client'

import { useState } from 'react'
import type { InstallationRole } from '#lib/access/roles'
import type { Member } from '#lib/members/schema'
import { ConfirmChange } from '@/components/query/confirm-change'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { toast } from '@/components/ui/toast'
import { InstallationRoleField } from './installation-role-field.tsx'
import type { MemberAction } from './member-columns.tsx'
import { useDeleteMember, useEditMember } from './queries.ts'
import { INSTALLATION_ROLE_WORDS } from './role-words.ts'

interface MemberDialogProps {
  member: Member
  onClose: () => void
}

export function MemberDialog({ action, ...props }: MemberDialogProps & { action: MemberAction }) {
  const Asked = { role: ChangeRoleDialog, disable: DisableDialog, enable: EnableDialog, delete: DeleteDialog }[action]
  return <Asked {...props} />
}

function ChangeRoleDialog({ member, onClose }: MemberDialogProps) {
  const [role, setRole] = useState<InstallationRole>(member.role)
  const edit = useEditMember(member.id)
  const save = () =>
    edit.mutate(
      { role },
      {
        onSuccess: () => {
          toast(`${member.name} is now ${INSTALLATION_ROLE_WORDS[role].words.toLowerCase()}`)
          onClose()
        },
      },
    )
  return (
    <Dialog
      open
      title={`Role of ${member.name}`}
      description="In the whole installation. They are signed out and sign in again with the new role."
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={edit.isPending} disabled={role === member.role} onClick={save}>
            Change role
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {edit.error && <Notice tone="fail" title={edit.error.message} />}
        <InstallationRoleField value={role} onChange={setRole} />
      </div>
    </Dialog>
  )
}

function DisableDialog({ member, onClose }: MemberDialogProps) {
  const edit = useEditMember(member.id)
  return (
    <ConfirmChange
      danger
      title={`Disable ${member.name}?`}
      action="Disable member"
      run={() => edit.mutateAsync({ disabled: true })}
      done={`Disabled ${member.name}`}
      onClose={onClose}
    >
      They are signed out everywhere at once, and their access tokens stop working for good. Their roles are kept, so
      that they can be enabled again.
    </ConfirmChange>
  )
}

function EnableDialog({ member, onClose }: MemberDialogProps) {
  const edit = useEditMember(member.id)
  return (
    <ConfirmChange
      title={`Enable ${member.name}?`}
      action="Enable member"
      run={() => edit.mutateAsync({ disabled: false })}
      done={`Enabled ${member.name}`}
      onClose={onClose}
    >
      They can sign in again, with the roles that they had. Their old access tokens stay revoked.
    </ConfirmChange>
  )
}

function DeleteDialog({ member, onClose }: MemberDialogProps) {
  const remove = useDeleteMember(member.id)
  return (
    <ConfirmChange
      danger
      title={`Delete ${member.name}?`}
      action="Delete member"
      run={() => remove.mutateAsync(undefined)}
      done={`Deleted ${member.name}`}
      onClose={onClose}
    >
      Their sessions, tokens and roles go with them; the audit log keeps what they did. This cannot be undone. To keep
      the roles, disable them instead.
    </ConfirmChange>
  )
}
