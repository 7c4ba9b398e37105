const digits = new Intl.NumberFormat('en')

/** `1,204`, and with a noun `1 key`, `1,204 keys`; give the plural where it is not the singular with an s. */
export function formatCount(count: number, singular?: string, plural = `${singular}s`): string {
  const number = digits.format(count)
  return singular ? `${number} ${count === 1 ? singular : plural}` : number
}
