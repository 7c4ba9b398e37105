'use client'

import { Download } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { DropdownMenu, MenuItem, MenuLabel } from '@/components/ui/dropdown-menu'
import { type EventFilters, exportHref } from './queries.ts'

/** Everything that the filters match, streamed as a file. */
export function ExportMenu({ filters }: { filters: EventFilters }) {
  return (
    <DropdownMenu
      trigger={
        <Button>
          <Download aria-hidden />
          Export
        </Button>
      }
    >
      <MenuLabel>All events that match</MenuLabel>
      <MenuItem asChild>
        <a href={exportHref('csv', filters)} download>
          CSV, for a spreadsheet
        </a>
      </MenuItem>
      <MenuItem asChild>
        <a href={exportHref('jsonl', filters)} download>
          JSON lines, for programs
        </a>
      </MenuItem>
    </DropdownMenu>
  )
}
