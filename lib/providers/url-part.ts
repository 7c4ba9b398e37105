/** A piece of a key as it stands inside an address. A placeholder such as `$TOKEN` stays readable. */
export function urlPart(text: string): string {
  return text.replace(/[^\w:.$~-]/gu, (char) => encodeURIComponent(char))
}
