'use client'

import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { useIsMac } from '@/components/ui/use-is-mac'
import { PAGES } from './pages.ts'

const LISTS: [string, string][] = [
  ['j k', 'Next and previous row'],
  ['↵', 'Open the row'],
  ['x', 'Select the row'],
  ['t', 'Test pairing'],
  ['c', 'Copy value'],
  ['r', 'Replace value'],
]

export function ShortcutHelp({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const everywhere: [string, string][] = [
    [useIsMac() ? '⌘ K' : 'Ctrl K', 'Command palette'],
    ['/', 'Search the list, or everything'],
    ['?', 'These shortcuts'],
    ['esc', 'Close'],
  ]
  const pages = PAGES.map((page): [string, string] => [`g ${page.key}`, page.label])
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts" className="max-w-150">
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        <ShortcutList title="Everywhere" shortcuts={everywhere} />
        <ShortcutList title="In lists of keys" shortcuts={LISTS} />
        <ShortcutList title="Go to" shortcuts={pages} />
      </div>
    </Dialog>
  )
}

function ShortcutList({ title, shortcuts }: { title: string; shortcuts: [string, string][] }) {
  return (
    <section>
      <h3 className="mb-1 text-faint text-xs">{title}</h3>
      <dl>
        {shortcuts.map(([keys, words]) => (
          <div key={keys} className="flex h-8 items-center justify-between border-b text-sm last:border-b-0">
            <dt>{words}</dt>
            <dd className="flex">
              <Kbd keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
