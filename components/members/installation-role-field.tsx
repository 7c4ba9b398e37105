'use client'

import { INSTALLATION_ROLES, type InstallationRole } from '#lib/access/roles'
import { useMay } from '@/components/access/me'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { INSTALLATION_ROLE_WORDS } from './role-words.ts'

interface InstallationRoleFieldProps {
  value: InstallationRole
  onChange: (role: InstallationRole) => void
}

export function InstallationRoleField({ value, onChange }: InstallationRoleFieldProps) {
  const may = useMay()
  const roles = INSTALLATION_ROLES.filter((role) => role !== 'owner' || may('owner.appoint'))
  return (
    <Field label="Role" hint={INSTALLATION_ROLE_WORDS[value].means}>
      {(control) => (
        <Select
          {...control}
          value={value}
          onValueChange={(role) => onChange(role as InstallationRole)}
          options={roles.map((role) => {
            const { words, means } = INSTALLATION_ROLE_WORDS[role]
            return { value: role, label: words, detail: means }
          })}
        />
      )}
    </Field>
  )
}
