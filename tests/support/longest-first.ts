import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest, longest first: begun last, each of these would run on alone while the other workers have nothing to do. */
const LONGEST = [
  'gallery/gallery.e2e.test.ts',
  'prove/kills.e2e.test.ts',
  'keys/keys.e2e.test.ts',
  'providers/providers.e2e.test.ts',
  'jobs/replicas.integration.test.ts',
  'access/matrix.integration.test.ts',
  'cli/embedded.integration.test.ts',
  'network/namespace.integration.test.ts',
]

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const index = LONGEST.findIndex((name) => moduleId.endsWith(name))
      return index < 0 ? LONGEST.length : index
    }
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}
