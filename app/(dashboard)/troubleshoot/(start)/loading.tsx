export { TroubleshootSkeleton as default } from '@/components/troubleshooting/troubleshoot-skeleton'
