'use client'

import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { cn } from './cn.ts'
import { Input } from './input.tsx'
import { Kbd } from './kbd.tsx'
import { useShortcut } from './use-shortcut.ts'

const PAUSE_MS = 200

interface SearchFieldProps {
  label: string
  placeholder: string
  value: string
  onChange: (value: string) => void
  className?: string
}

/** Waits a moment after each letter, so that typing a word asks once. Follows a value that changes from elsewhere; `/` leads to it. */
export function SearchField({ label, placeholder, value, onChange, className }: SearchFieldProps) {
  const [text, setText] = useState(value)
  const sent = useRef(value)
  const latest = useRef(onChange)
  const input = useRef<HTMLInputElement>(null)
  useShortcut('/', () => input.current?.select(), { first: true })
  useEffect(() => {
    latest.current = onChange
  })
  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setText(value)
  }, [value])
  useEffect(() => {
    if (text === sent.current) return
    const timer = setTimeout(() => {
      sent.current = text
      latest.current(text)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <div className={cn('relative min-w-52 max-sm:w-full sm:max-w-80 sm:flex-1', className)}>
      <Search aria-hidden className="pointer-events-none absolute top-2 left-2.5 size-4 text-faint" />
      <Input
        ref={input}
        aria-label={label}
        aria-keyshortcuts="/"
        type="search"
        placeholder={placeholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="peer pl-8"
      />
      {text === '' && (
        <Kbd keys="/" className="pointer-events-none absolute top-[7px] right-2 max-sm:hidden peer-focus:hidden" />
      )}
    </div>
  )
}
