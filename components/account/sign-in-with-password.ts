import { signIn } from 'next-auth/react'

/** Signs in and answers with null, or with the sentence to show. */
export async function signInWithPassword(email: string, password: string): Promise<string | null> {
  const answer = await signIn('credentials', { email, password, redirect: false }).catch(() => undefined)
  if (answer?.ok && !answer.error) return null
  if (!answer) return 'Claviger could not be reached. Try again.'
  return answer.error && answer.error !== 'CredentialsSignin'
    ? answer.error
    : 'This email and password do not belong together. Check both and try again.'
}
