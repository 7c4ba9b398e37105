import { createElement, Fragment, type ReactNode } from 'react'

/** A sentence in which `words between these` stand as code. */
export function withCode(text: string): ReactNode {
  const parts = text.split('`')
  if (parts.length % 2 === 0) return text
  const nodes = parts.map((part, at) => (at % 2 === 1 ? createElement('code', { className: CODE }, part) : part))
  return createElement(Fragment, null, ...nodes)
}

const CODE = 'font-mono text-[0.92em]'
