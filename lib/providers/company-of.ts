import type { Provider } from './provider.ts'

/** Who speaks, inside a sentence: `GitHub` where the entry is called "GitHub classic token". */
export function companyOf({ name, company }: Pick<Provider, 'name' | 'company'>): string {
  return company ?? name
}
