/** A whole web page, as a filter, a portal or a broken server sends one in an API's place. */
export function htmlPage(title: string, text = ''): string {
  return `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`
}
