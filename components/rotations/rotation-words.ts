import type { Rotation } from '#lib/rotations/schema'
import type { Tone } from '@/components/ui/tone'

/** What each state is called, and what it means for whoever waits. */
export const STATE_WORDS: Record<Rotation['state'], { words: string; tone: Tone; says: string }> = {
  planned: { words: 'Planned', tone: 'info', says: 'The keys at the provider are listed before one is asked for.' },
  minting: { words: 'Making a key', tone: 'info', says: 'The provider is asked for a new key.' },
  minted: { words: 'Testing', tone: 'info', says: 'The new value is tested; the old one is still the current one.' },
  draining: { words: 'Draining', tone: 'info', says: 'The new value is current; programs may still hold the old one.' },
  revoking: {
    words: 'Ending the old key',
    tone: 'info',
    says: 'The old key is ended at the provider, and proven dead.',
  },
  discarding: {
    words: 'Ending the new key',
    tone: 'info',
    says: 'The new key is not used, and is ended at the provider.',
  },
  completed: { words: 'Completed', tone: 'ok', says: 'The old value is proven dead.' },
  rehearsed: { words: 'Rehearsed', tone: 'ok', says: 'It would work. Nothing was changed.' },
  refused: { words: 'Refused', tone: 'fail', says: 'The new value was not accepted. Nothing was changed.' },
  failed: { words: 'Failed', tone: 'fail', says: 'It ended before anything was changed.' },
  cancelled: { words: 'Cancelled', tone: 'unknown', says: 'The old value is the current one.' },
}

/** In this order; what a rotation goes through where nothing is in its way. */
export const STEPS = [
  { label: 'Create', states: ['planned', 'minting'] },
  { label: 'Verify', states: ['minted'] },
  { label: 'Switch', states: ['draining'] },
  { label: 'Retire', states: ['revoking'] },
] as const
