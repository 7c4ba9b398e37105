/** "an API key", "a project key". */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) && !/^(user|unique)/i.test(noun) ? 'an' : 'a'} ${noun}`
}
