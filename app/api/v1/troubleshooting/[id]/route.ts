import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'
import { deleteTroubleshooting } from '#lib/troubleshooting/delete-troubleshooting'
import { editTroubleshooting } from '#lib/troubleshooting/edit-troubleshooting'
import { findTroubleshooting } from '#lib/troubleshooting/find-troubleshooting'
import { EditTroubleshootingInput, Troubleshooting } from '#lib/troubleshooting/schema'

export const GET = route({
  action: 'troubleshooting.find',
  summary: 'The nine steps with their evidence, and the one conclusion.',
  params: IdParams,
  output: Troubleshooting,
  handler: ({ ctx, params }) => findTroubleshooting(ctx, params.id),
})

export const PATCH = route({
  action: 'troubleshooting.edit',
  summary: 'Keeps what a person answers or ticks in a guided step, and what is known of the application.',
  params: IdParams,
  body: EditTroubleshootingInput,
  output: Troubleshooting,
  handler: ({ ctx, params, body }) => editTroubleshooting(ctx, params.id, body),
})

export const DELETE = route({
  action: 'troubleshooting.delete',
  summary: 'Deletes the record for good; kept pairing results stay.',
  params: IdParams,
  handler: ({ ctx, params }) => deleteTroubleshooting(ctx, params.id),
})
