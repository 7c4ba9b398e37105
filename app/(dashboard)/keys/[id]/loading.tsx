export { KeySkeleton as default } from '@/components/keys/key-skeleton'
