/** Days that a scoped key of an environment may live at most. */
export function longestLifeDays(environment: { protected: boolean; scopedKeyMaxDays: number | null }): number {
  return environment.scopedKeyMaxDays ?? (environment.protected ? 30 : 365)
}
