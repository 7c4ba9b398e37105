'use client'

import { Ban, EllipsisVertical, Trash2, UserCheck, UserCog } from 'lucide-react'
import type { Member } from '#lib/members/schema'
import { useMay } from '@/components/access/me'
import { DropdownMenu, MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import type { MemberAction } from './member-columns.tsx'

interface MemberMenuProps {
  member: Member
  isMe: boolean
  onAction: (action: MemberAction, member: Member) => void
}

/** What may be done with a member. Nobody shuts themself out by a slip: that is left to another. */
export function MemberMenu({ member, isMe, onAction }: MemberMenuProps) {
  const may = useMay()
  if (isMe || !may('member.edit') || (member.role === 'owner' && !may('owner.appoint'))) return null
  return (
    <DropdownMenu trigger={<IconButton size="sm" icon={EllipsisVertical} label={`Change ${member.name}`} />}>
      <MenuItem icon={UserCog} onSelect={() => onAction('role', member)}>
        Change role
      </MenuItem>
      {member.disabled ? (
        <MenuItem icon={UserCheck} onSelect={() => onAction('enable', member)}>
          Enable
        </MenuItem>
      ) : (
        <MenuItem icon={Ban} onSelect={() => onAction('disable', member)}>
          Disable
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem icon={Trash2} danger onSelect={() => onAction('delete', member)}>
        Delete member
      </MenuItem>
    </DropdownMenu>
  )
}
