/** Where the product reads a documented answer in another sense than the lab's name for it, and why. */
export const READ_OTHERWISE: Record<string, string> = {
  // Slack documents this word as access to a workspace that was not granted, not as a suspension.
  'slack suspended': 'wrong_environment',
}
