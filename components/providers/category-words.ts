/** Categories of the catalogue, as people call them. */
export const CATEGORY_WORDS: Record<string, string> = {
  llm: 'AI models',
  code: 'Code',
  payments: 'Payments',
  messaging: 'Messaging',
  cloud: 'Cloud',
  data: 'Data',
  monitoring: 'Monitoring',
  other: 'Other',
}

export const categoryWords = (category: string) => CATEGORY_WORDS[category] ?? category
