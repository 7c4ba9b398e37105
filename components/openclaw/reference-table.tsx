import Link from 'next/link'
import type { OpenClawPlan } from '#lib/openclaw/schema'
import { RelativeTime } from '@/components/time/relative-time'
import { Badge } from '@/components/ui/badge'
import { Table, Td, Th, Tr } from '@/components/ui/table'

type Reference = OpenClawPlan['references'][number]

/** Which key stands behind which of OpenClaw's providers, and the version that an OpenClaw was last given. */
export function ReferenceTable({ references }: { references: Reference[] }) {
  return (
    <Table label="References">
      <thead>
        <tr>
          <Th>Key</Th>
          <Th className="max-sm:hidden">OpenClaw’s provider</Th>
          <Th className="max-md:hidden">Reference</Th>
          <Th>Last given to OpenClaw</Th>
        </tr>
      </thead>
      <tbody>
        {references.map((each) => (
          <Tr key={each.keyId}>
            <Td>
              <Link href={`/keys/${each.keyId}`} className="rounded-sm font-medium font-mono text-xs hover:underline">
                {each.name}
              </Link>
            </Td>
            <Td className="font-mono text-xs max-sm:hidden">{each.as}</Td>
            <Td className="font-mono text-muted text-xs wrap-anywhere max-md:hidden">{each.reference}</Td>
            <Td className="whitespace-nowrap">
              <Resolved reference={each} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

function Resolved({ reference: { version, resolved } }: { reference: Reference }) {
  if (!resolved) return <span className="text-muted">never</span>
  if (resolved.version < version)
    return (
      <Badge tone="warn" look="quiet">
        version {resolved.version}; {version} is current
      </Badge>
    )
  return (
    <span className="text-muted">
      version {resolved.version}, <RelativeTime short at={resolved.at} />
    </span>
  )
}
