import { ask, type BuildStep, byMachine, byPerson } from './step.ts'

/** Whom to write to, why, and what: the message stands in the conclusion. */
export const support: BuildStep = (findings, { contact }) => {
  const { of, answers, testedAt } = findings
  const step = 'support' as const
  if (contact.message === '')
    return byMachine({ step, status: 'skipped', summary: 'Nobody needs to be asked.', at: testedAt })
  const page = of?.links.support
  const sent = answers['support.sent']
  const actions = [
    ask(findings, {
      id: 'support.sent',
      kind: 'confirm',
      title: `Send the message to: ${contact.who}`,
      detail: 'It holds times, request ids, what was found and what is excluded, and no value.',
    }),
    ...(page
      ? [
          {
            id: 'support.page',
            kind: 'open' as const,
            title: 'The provider’s support',
            detail: 'Where it takes messages.',
            link: page,
          },
        ]
      : []),
  ]
  const evidence = { who: contact.who, message: contact.message }
  const summary = `${contact.who}. ${contact.why}`
  if (!sent) return byPerson({ step, status: 'waiting', summary, evidence, actions, at: null })
  return byPerson({
    step,
    status: 'passed',
    summary: `${summary} The message was sent.`,
    evidence,
    actions,
    at: sent.at,
  })
}
