import { Card } from '@/components/ui/card'

/** The reasoning from the evidence to the verdict, a sentence each. */
export function ConclusionBecause({ because }: { because: string[] }) {
  return (
    <Card title="Why we think so">
      <ul className="flex max-w-prose list-disc flex-col gap-1.5 pl-4 text-sm marker:text-faint">
        {because.map((sentence) => (
          <li key={sentence} className="wrap-anywhere">
            {sentence}
          </li>
        ))}
      </ul>
    </Card>
  )
}
