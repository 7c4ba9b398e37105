import type { ReactNode } from 'react'

/** The states of a component as data: the gallery shows each one, and the browser tests photograph them. */
export interface Examples {
  title: string
  states: Record<string, ReactNode>
}
