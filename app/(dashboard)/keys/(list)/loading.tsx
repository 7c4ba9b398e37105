export { KeysSkeleton as default } from '@/components/keys/keys-skeleton'
