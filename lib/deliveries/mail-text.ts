import type { Told } from '#lib/channels/messages'

export interface MailText {
  subject: string
  text: string
  html: string
}

/** One mail, of one warning or of many. Plain first: it is read on phones, in terminals and by screen readers. */
export function mailText(told: readonly Told[], settingsUrl: string): MailText {
  const [first] = told
  const subject = told.length === 1 && first ? oneLine(first.warning.title) : `${told.length} warnings about your keys`
  const why = `You get this because it reaches you as a key's owner, backup, manager or admin. How you are told: ${settingsUrl}`
  const text = [...told.map(({ warning, url }) => `${warning.title}\n${warning.detail}\n${url}`), `--\n${why}`].join(
    '\n\n',
  )
  const items = told.map(
    ({ warning, url }) =>
      `<p><a href="${escapeHtml(url)}"><strong>${escapeHtml(warning.title)}</strong></a><br>${escapeHtml(warning.detail)}</p>`,
  )
  const html = `<!doctype html><html lang="en"><body style="font-family:system-ui,sans-serif;font-size:14px;line-height:1.5">${items.join('')}<p style="color:#666;font-size:12px">${escapeHtml(why)}</p></body></html>`
  return { subject, text, html }
}

/** A header is one line, whatever a key is called. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\p{Cc}]+/gu, ' ').slice(0, 200)
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
