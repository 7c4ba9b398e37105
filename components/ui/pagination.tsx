import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from './button.tsx'

interface PaginationProps {
  /** What is shown, in words: "1–50 of 1,204 keys". */
  summary: string
  onPrevious?: () => void
  onNext?: () => void
}

/** Steps through a list by cursor; a step that is not possible is left undefined. */
export function Pagination({ summary, onPrevious, onNext }: PaginationProps) {
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-4">
      <p className="text-muted text-sm tabular-nums">{summary}</p>
      <div className="flex gap-2">
        <Button size="sm" disabled={!onPrevious} onClick={onPrevious}>
          <ChevronLeft aria-hidden />
          Previous
        </Button>
        <Button size="sm" disabled={!onNext} onClick={onNext}>
          Next
          <ChevronRight aria-hidden />
        </Button>
      </div>
    </nav>
  )
}
