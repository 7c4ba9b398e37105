/** A condition for Prisma: holds this text, in any case. Prisma itself lets `%` and `_` of the text match anything. */
export function containing(text: string) {
  return { contains: literally(text), mode: 'insensitive' } as const
}

/** The same for the whole text. */
export function equalling(text: string) {
  return { equals: literally(text), mode: 'insensitive' } as const
}

function literally(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
