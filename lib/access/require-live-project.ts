import { notFound } from '#lib/errors'
import type { Transaction } from './commit.ts'

/**
 * Called after keys were written: their foreign key waits for whoever is deleting the project, so this sees whether it is
 * gone, and takes the keys back with it.
 */
export async function requireLiveProject(tx: Transaction, projectId: string): Promise<void> {
  const project = await tx.project.findUnique({ where: { id: projectId }, select: { deletedAt: true } })
  if (!project || project.deletedAt) throw notFound()
}
