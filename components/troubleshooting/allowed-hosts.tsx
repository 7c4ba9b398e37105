'use client'

import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import type { AllowedHost } from '#lib/allowlists/schema'
import type { TroubleshootingAction } from '#lib/troubleshooting/schema'
import { requestText } from '@/components/query/request'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { ActionBlock } from './action-block.tsx'
import { allowlistPath, allowlistQuery } from './queries.ts'

/** Hosts and ports to allow, to be sent to whoever keeps firewall and proxy. */
export function AllowedHosts({ provider, action }: { provider: string; action: TroubleshootingAction }) {
  const { data, error } = useQuery(allowlistQuery(provider))
  const path = allowlistPath(provider)
  return (
    <ActionBlock action={action} error={error}>
      {data ? (
        <HostTable hosts={[...data.api, ...data.status]} />
      ) : (
        !error && <Skeleton className="h-28 w-full rounded-lg" />
      )}
      {data?.withoutAddress.map((each) => (
        <Notice
          key={each.provider}
          tone="warn"
          title={`No base URL is stored with ${each.keys} of its keys, so no host can be named for them.`}
        />
      ))}
      <div className="flex flex-wrap gap-2">
        <CopyButton source={() => requestText(path)} label="Copy for the network team" />
        <Button asChild size="sm">
          <a href={`/api/v1${path}`} download="hosts-to-allow.txt">
            <Download aria-hidden />
            Download
          </a>
        </Button>
      </div>
    </ActionBlock>
  )
}

function HostTable({ hosts }: { hosts: AllowedHost[] }) {
  return (
    <div className="overflow-hidden rounded-lg border">
      <Table label="Hosts and ports">
        <thead>
          <tr>
            <Th>Host</Th>
            <Th>Port</Th>
            <Th>Why</Th>
          </tr>
        </thead>
        <tbody>
          {hosts.map(({ host, port, protocol, why }) => (
            <Tr key={`${host}:${port}`}>
              <Td className="font-mono text-xs wrap-anywhere">{host}</Td>
              <Td className="whitespace-nowrap text-xs">
                {port} <span className="text-faint">{protocol}</span>
              </Td>
              <Td className="text-muted wrap-anywhere">{why}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
