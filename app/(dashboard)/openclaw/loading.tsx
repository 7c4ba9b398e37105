export { OpenClawSkeleton as default } from '@/components/openclaw/openclaw-skeleton'
