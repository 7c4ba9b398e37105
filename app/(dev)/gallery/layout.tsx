import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import type { ReactNode } from 'react'

export const metadata: Metadata = { title: 'Gallery' }

/** For those who build Claviger: in production it does not exist, unless CLAVIGER_GALLERY=1. */
export default async function GalleryLayout({ children }: { children: ReactNode }) {
  await connection()
  if (process.env.NODE_ENV === 'production' && process.env.CLAVIGER_GALLERY !== '1') notFound()
  return children
}
