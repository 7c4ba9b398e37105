export { TroubleshootingSkeleton as default } from '@/components/troubleshooting/troubleshooting-skeleton'
