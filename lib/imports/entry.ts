/** One name and value of a file, or why they cannot be read. A problem never repeats what stands in the file. */
export interface Entry {
  /** Counted from 1. */
  line: number
  name: string | null
  value?: string
  problem?: string
  /** Refers to other variables, which only a shell could fill in. */
  interpolated?: boolean
}
