import { Gallery } from './gallery.tsx'

export default function GalleryPage() {
  return <Gallery />
}
