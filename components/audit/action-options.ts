import type { SelectOption } from '@/components/ui/select'

/** What a person looks for in a log; `key` alone means everything about keys. The API takes any action. */
export const ACTION_OPTIONS: SelectOption[] = [
  { value: 'key.reveal', label: 'Revealed or copied a value' },
  { value: 'key.replace', label: 'Replaced a value' },
  { value: 'key.create', label: 'Stored a key' },
  { value: 'key.delete', label: 'Deleted a key' },
  { value: 'key.test', label: 'Tested a pairing' },
  { value: 'key', label: 'Everything about keys' },
  { value: 'grant', label: 'Roles in environments' },
  { value: 'member', label: 'Members' },
  { value: 'invitation', label: 'Invitations' },
  { value: 'session', label: 'Sign-in and sign-out' },
  { value: 'token', label: 'Access tokens' },
  { value: 'project', label: 'Projects' },
  { value: 'environment', label: 'Environments' },
  { value: 'audit', label: 'The audit log itself' },
  { value: 'installation', label: 'The installation' },
]
