export { ScopedKeysSkeleton as default } from '@/components/scoped-keys/scoped-keys-skeleton'
