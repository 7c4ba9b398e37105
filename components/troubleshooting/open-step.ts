import type { StepName } from '#lib/troubleshooting/schema'

/** Opens a step and brings it into sight. */
export type OpenStep = (step: StepName) => void
