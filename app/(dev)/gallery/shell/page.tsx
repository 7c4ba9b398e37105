import { GalleryShell } from './gallery-shell.tsx'

export default function GalleryShellPage() {
  return <GalleryShell />
}
