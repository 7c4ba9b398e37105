import type { StepName, Troubleshooting } from '#lib/troubleshooting/schema'
import { Card } from '@/components/ui/card'
import { StepItem } from './step-item.tsx'
import { STEP_ORDER, type StepState } from './step-words.ts'

interface StepListProps {
  record: Troubleshooting
  /** While a test runs: how far each step of the machine is. */
  now?: Record<StepName, StepState>
  opened: ReadonlySet<StepName>
  onToggle: (step: StepName) => void
  /** Whether this person may answer and test, or only read. */
  mayEdit: boolean
  onTest: (value?: string) => void
}

/** The nine steps, one under the other, as a person would take them. */
export function StepList({ record, now, opened, onToggle, mayEdit, onTest }: StepListProps) {
  const done = record.steps.filter(({ status }) => status !== 'waiting').length
  return (
    <Card
      flush
      title="The nine steps"
      description={`${done} of ${STEP_ORDER.length} are done. What the machine could do, it did; the rest says what to run or look at.`}
    >
      <ol aria-label="Steps">
        {record.steps.map((step, index) => (
          <StepItem
            key={step.step}
            step={step}
            number={index + 1}
            state={(now && now[step.step] !== 'next' && now[step.step]) || step.status}
            open={opened.has(step.step)}
            onToggle={() => onToggle(step.step)}
            record={record}
            mayEdit={mayEdit}
            testing={now !== undefined}
            onTest={onTest}
          />
        ))}
      </ol>
    </Card>
  )
}
