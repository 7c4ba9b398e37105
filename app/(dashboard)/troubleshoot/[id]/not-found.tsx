export { NoSuchTroubleshooting as default } from '@/components/troubleshooting/no-such-troubleshooting'
