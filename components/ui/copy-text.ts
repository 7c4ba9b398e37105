/** Whether this page may write to the clipboard: browsers allow it on HTTPS and on localhost only. */
export const canCopy = () => typeof navigator !== 'undefined' && navigator.clipboard !== undefined

/**
 * Copies text that may still have to be fetched. Call it in the click itself: Safari accepts a promise inside
 * ClipboardItem, but no write after an await.
 */
export async function copyText(source: string | (() => string | Promise<string>)): Promise<void> {
  if (typeof source === 'string') return navigator.clipboard.writeText(source)
  const text = Promise.resolve(source())
  if (typeof ClipboardItem === 'undefined' || !navigator.clipboard.write)
    return navigator.clipboard.writeText(await text)
  const blob = text.then((value) => new Blob([value], { type: 'text/plain' }))
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
  } catch (error) {
    // Where the text could not be had, that is the error to report, not the clipboard's.
    await text
    throw error
  }
}
