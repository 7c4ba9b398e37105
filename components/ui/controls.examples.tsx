'use client'

import { Download, Plus, Search, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from './button.tsx'
import { Checkbox } from './checkbox.tsx'
import { ChoiceField } from './choice-field.tsx'
import { CopyButton, CopyByHand } from './copy-button.tsx'
import type { Examples } from './examples.ts'
import { Field } from './field.tsx'
import { IconButton } from './icon-button.tsx'
import { Input } from './input.tsx'
import { SecretField } from './secret-field.tsx'
import { SegmentedControl } from './segmented-control.tsx'
import { Select } from './select.tsx'
import { Switch } from './switch.tsx'
import { Textarea } from './textarea.tsx'

const row = 'flex flex-wrap items-center gap-2'

export const buttonExamples: Examples = {
  title: 'Buttons',
  states: {
    variants: (
      <div className={row}>
        <Button variant="primary">
          <Plus aria-hidden />
          Create report
        </Button>
        <Button>Edit</Button>
        <Button variant="ghost">Cancel</Button>
        <Button variant="danger">
          <Trash2 aria-hidden />
          Delete report
        </Button>
      </div>
    ),
    sizes: (
      <div className={row}>
        <Button size="sm">Small</Button>
        <Button>Medium</Button>
        <Button size="lg">Large</Button>
      </div>
    ),
    busy: (
      <div className={row}>
        <Button busy variant="primary">
          Create report
        </Button>
        <Button busy>Export</Button>
      </div>
    ),
    disabled: (
      <div className={row}>
        <Button disabled variant="primary">
          Create report
        </Button>
        <Button disabled>Export</Button>
      </div>
    ),
    icons: (
      <div className={row}>
        <IconButton icon={Search} label="Search" keys="/" />
        <IconButton icon={Download} label="Export" variant="secondary" />
      </div>
    ),
    copy: (
      <div className={row}>
        <CopyButton source="copied text" label="Copy text" />
        <CopyButton compact source="copied text" label="Copy text" />
        <CopyButton source={() => Promise.reject(new Error('You may not read this text.'))} label="Copy, refused" />
      </div>
    ),
    'copy without a clipboard': (
      <div className="max-w-80 rounded-lg bg-raised p-3 shadow-overlay">
        <CopyByHand text="https://claviger.internal/invitation/8f2c" />
      </div>
    ),
  },
}

const colours = [
  { value: 'daily', label: 'Every day' },
  { value: 'weekly', label: 'Every week', detail: 'On Monday morning' },
  { value: 'never', label: 'Never', disabled: true },
]

function Segments() {
  const [value, setValue] = useState<'list' | 'grid'>('list')
  return (
    <SegmentedControl
      label="Layout"
      value={value}
      onValueChange={setValue}
      options={[
        { value: 'list', label: 'List' },
        { value: 'grid', label: 'Grid' },
      ]}
    />
  )
}

export const fieldExamples: Examples = {
  title: 'Fields',
  states: {
    input: (
      <Field label="Name" hint="Letters, digits and dashes.">
        {(control) => <Input {...control} placeholder="weekly-report" />}
      </Field>
    ),
    error: (
      <Field label="Name" error="There is a report of this name already. Choose another.">
        {(control) => <Input {...control} defaultValue="weekly-report" />}
      </Field>
    ),
    disabled: (
      <Field label="Name" optional>
        {(control) => <Input {...control} disabled defaultValue="weekly-report" />}
      </Field>
    ),
    mono: (
      <Field label="Address">
        {(control) => <Input mono {...control} defaultValue="https://reports.example.com/v1" />}
      </Field>
    ),
    textarea: (
      <Field label="Notes" optional>
        {(control) => <Textarea {...control} defaultValue="Goes to everyone on Monday." />}
      </Field>
    ),
    select: (
      <Field label="How often">{(control) => <Select {...control} options={colours} defaultValue="weekly" />}</Field>
    ),
    'select, empty': (
      <Field label="How often" error="Choose one.">
        {(control) => <Select {...control} options={colours} />}
      </Field>
    ),
    checkbox: (
      <div className="flex flex-col gap-3">
        <ChoiceField label="Send by mail" hint="To everyone who may read it.">
          {(control) => <Checkbox {...control} defaultChecked />}
        </ChoiceField>
        <ChoiceField label="Some of them">{(control) => <Checkbox {...control} checked="indeterminate" />}</ChoiceField>
        <ChoiceField label="Not possible">{(control) => <Checkbox {...control} disabled />}</ChoiceField>
      </div>
    ),
    switch: (
      <div className="flex flex-col gap-3">
        <ChoiceField label="Paused">{(control) => <Switch {...control} />}</ChoiceField>
        <ChoiceField label="Active" hint="Takes effect at once.">
          {(control) => <Switch {...control} defaultChecked />}
        </ChoiceField>
      </div>
    ),
    'segmented control': <Segments />,
    secret: (
      <SecretField
        label="Password"
        masked="••••••••"
        reveal={() => 'correct horse battery staple'}
        copy={() => 'correct horse battery staple'}
      />
    ),
  },
}
