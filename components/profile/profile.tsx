import { NameForm } from './name-form.tsx'
import { PasswordForm } from './password-form.tsx'
import { SessionList } from './session-list.tsx'

export function Profile() {
  return (
    <div className="flex max-w-200 flex-col gap-4">
      <NameForm />
      <PasswordForm />
      <SessionList />
    </div>
  )
}
