import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { readTheme, THEME_COOKIE } from '@/components/layout/theme'
import { Clock } from '@/components/time/clock'
import { StyleNonce } from '@/components/ui/style-nonce'
import { Toaster } from '@/components/ui/toaster'
import { TooltipProvider } from '@/components/ui/tooltip'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Claviger', template: '%s · Claviger' },
  description: 'API keys: stored encrypted, paired live, explained when pairing fails.',
  icons: { icon: { url: '/icon.svg', type: 'image/svg+xml' } },
  robots: { index: false, follow: false },
  referrer: 'same-origin',
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f8f8f9' },
    { media: '(prefers-color-scheme: dark)', color: '#0b0c0d' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <html lang="en" data-theme={theme}>
      <body>
        <StyleNonce />
        <Clock renderedAt={Date.now()}>
          <TooltipProvider>{children}</TooltipProvider>
        </Clock>
        <Toaster />
      </body>
    </html>
  )
}
