export { ProvidersSkeleton as default } from '@/components/providers/providers-skeleton'
