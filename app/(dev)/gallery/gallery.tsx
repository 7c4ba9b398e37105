'use client'

import Link from 'next/link'
import { Brand } from '@/components/layout/brand-mark'
import { ThemeChoice } from '@/components/layout/theme-choice'
import { cn } from '@/components/ui/cn'
import type { Examples } from '@/components/ui/examples'
import { GALLERY } from './registry.ts'

/** Every component in every state; with `only`, one of them. */
export function Gallery({ only }: { only?: string }) {
  const shown = Object.entries(GALLERY).filter(([name]) => only === undefined || name === only)
  return (
    <div className="lg:grid lg:grid-cols-[232px_minmax(0,1fr)]">
      <GalleryNav only={only} />
      <main className="min-w-0 px-4 py-6 lg:px-8">
        <h1 className="mb-6 font-semibold text-xl tracking-tight">{only ? shown[0]?.[1].title : 'Gallery'}</h1>
        <div className="flex flex-col gap-12">
          {shown.map(([name, examples]) => (
            <Showcase key={name} {...examples} />
          ))}
        </div>
        {shown.length === 0 && <p>There is no component of this name.</p>}
      </main>
    </div>
  )
}

function GalleryNav({ only }: { only?: string }) {
  return (
    <nav
      aria-label="Components"
      className="top-0 flex flex-col gap-4 border-b bg-sunken p-4 lg:sticky lg:h-dvh lg:overflow-y-auto lg:border-r lg:border-b-0"
    >
      <Link href="/gallery">
        <Brand />
      </Link>
      <ThemeChoice className="[&_button]:px-1 [&_button]:text-xs" />
      <ul className="flex flex-wrap gap-x-1 lg:flex-col">
        {Object.entries(GALLERY).map(([name, { title }]) => (
          <li key={name}>
            <Link
              href={`/gallery/${name}`}
              aria-current={name === only ? 'page' : undefined}
              className={cn(
                'flex h-7 items-center rounded-md px-2 text-muted text-sm hover:bg-hover hover:text-ink',
                name === only && 'bg-selected text-ink',
              )}
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Showcase({ title, states }: Examples) {
  return (
    <section aria-label={title}>
      <h2 className="mb-4 border-b pb-2 font-semibold text-base">{title}</h2>
      <div className="flex flex-col gap-6">
        {Object.entries(states).map(([name, example]) => (
          <div key={name}>
            <h3 className="mb-2 text-faint text-xs">{name}</h3>
            {example}
          </div>
        ))}
      </div>
    </section>
  )
}
