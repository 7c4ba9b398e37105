export const SETTINGS_TABS = ['profile', 'tokens', 'links', 'projects', 'about'] as const
export type SettingsTab = (typeof SETTINGS_TABS)[number]

/** The tab that an address names; anything else is the first. */
export function readSettingsTab(value: string | string[] | null | undefined): SettingsTab {
  return SETTINGS_TABS.find((tab) => tab === value) ?? 'profile'
}
