'use client'

import { Copy, FileText, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from './button.tsx'
import { CommandPalette } from './command-palette.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { Dialog, DialogClose } from './dialog.tsx'
import { Drawer } from './drawer.tsx'
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from './dropdown-menu.tsx'
import type { Examples } from './examples.ts'
import { Field } from './field.tsx'
import { Input } from './input.tsx'
import { Kbd } from './kbd.tsx'
import { Popover } from './popover.tsx'
import { toast } from './toast.ts'
import { Tooltip } from './tooltip.tsx'

function Palette() {
  const [open, setOpen] = useState(false)
  const pick = () => setOpen(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>Open palette</Button>
      <CommandPalette
        open={open}
        onOpenChange={setOpen}
        groups={[
          {
            heading: 'Reports',
            items: [
              { id: 'weekly', label: 'Weekly report', detail: 'Monday', icon: FileText, onSelect: pick },
              { id: 'daily', label: 'Daily report', icon: FileText, onSelect: pick },
            ],
          },
          {
            heading: 'Actions',
            items: [{ id: 'edit', label: 'Edit report', icon: Pencil, keys: 'e', onSelect: pick }],
          },
        ]}
      />
    </>
  )
}

const form = <Field label="Name">{(control) => <Input {...control} defaultValue="weekly-report" />}</Field>
const buttons = (
  <>
    <DialogClose asChild>
      <Button>Cancel</Button>
    </DialogClose>
    <DialogClose asChild>
      <Button variant="primary">Rename report</Button>
    </DialogClose>
  </>
)

export const overlayExamples: Examples = {
  title: 'Overlays',
  states: {
    dialog: (
      <Dialog
        trigger={<Button>Open dialog</Button>}
        title="Rename report"
        description="Links to it keep working."
        footer={buttons}
      >
        {form}
      </Dialog>
    ),
    drawer: (
      <Drawer trigger={<Button>Open drawer</Button>} title="Edit report" description="weekly-report" footer={buttons}>
        {form}
      </Drawer>
    ),
    confirm: (
      <ConfirmDialog
        danger
        trigger={<Button variant="danger">Delete report</Button>}
        title="Delete weekly-report?"
        action="Delete report"
        onConfirm={() => undefined}
      >
        It can be brought back for 30 days.
      </ConfirmDialog>
    ),
    menu: (
      <DropdownMenu align="start" trigger={<Button>Open menu</Button>}>
        <MenuLabel>Report</MenuLabel>
        <MenuItem icon={Pencil} keys="e">
          Edit
        </MenuItem>
        <MenuItem icon={Copy} keys="c">
          Copy
        </MenuItem>
        <MenuItem disabled>Move</MenuItem>
        <MenuSeparator />
        <MenuItem danger icon={Trash2}>
          Delete
        </MenuItem>
      </DropdownMenu>
    ),
    popover: (
      <Popover label="Filter" trigger={<Button>Open popover</Button>}>
        {form}
      </Popover>
    ),
    tooltip: (
      <Tooltip text="Edit the report" keys="e">
        <Button>Hover or focus</Button>
      </Tooltip>
    ),
    palette: <Palette />,
    keys: <Kbd keys="⌘ K" />,
    toasts: (
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => toast('Report sent', { detail: 'To 4 people.' })}>Success</Button>
        <Button
          onClick={() => toast('Report deleted', { tone: 'info', action: { label: 'Undo', run: () => undefined } })}
        >
          With action
        </Button>
        <Button
          onClick={() =>
            toast('The report was not sent', {
              tone: 'fail',
              detail: 'The mail server refused it. It is kept, and can be sent again.',
            })
          }
        >
          Failure
        </Button>
      </div>
    ),
  },
}
