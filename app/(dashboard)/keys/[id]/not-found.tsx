export { NoSuchKey as default } from '@/components/keys/no-such-key'
