import { AppError, isAppError } from '#lib/errors'

/** Whoever sits at the machine sees every member, so "not found" may say so plainly. */
export async function orNoSuchMember<T>(email: string, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (!isAppError(error) || error.code !== 'not_found') throw error
    throw new AppError('not_found', `There is no member ${email}. Nothing was changed.`, { cause: error })
  })
}
