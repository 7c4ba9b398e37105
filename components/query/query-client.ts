import { QueryClient } from '@tanstack/react-query'
import { Problem } from './request'

/**
 * Asks whether or not the browser believes itself online: this server is often on the same machine, and a value whose storing
 * waited for a network would be stored when nobody looks. Refusals are answers, so they are not asked again; an unreachable server is, twice.
 */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        staleTime: 15_000,
        retry: (failures, error) =>
          failures < 2 && !(error instanceof Problem && error.status >= 400 && error.status < 500),
      },
    },
  })
}
