import { QueryClient } from '@tanstack/react-query'
import { Problem } from './request'

/** Refusals are answers, so they are not asked again; an unreachable server is, twice. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) =>
          failures < 2 && !(error instanceof Problem && error.status >= 400 && error.status < 500),
      },
    },
  })
}
