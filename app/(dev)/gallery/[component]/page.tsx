import { Gallery } from '../gallery.tsx'

export default async function GalleryComponentPage({ params }: { params: Promise<{ component: string }> }) {
  return <Gallery only={(await params).component} />
}
