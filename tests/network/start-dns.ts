import { createSocket } from 'node:dgram'
import { type Answer, decode, encode, type Question } from 'dns-packet'

/** What a name is told to be. `silent`: no answer at all. An unknown name does not exist. */
export type Zone = Record<string, { a?: string; aaaa?: string } | 'servfail' | 'silent'>

const RCODE = { noerror: 0, servfail: 2, nxdomain: 3 }

/** A real resolver over UDP. `other` is what it says of names that the zone leaves out. */
export async function startDns(address: string, zone: Zone, other: 'nxdomain' | 'servfail' | 'silent' = 'nxdomain') {
  const socket = createSocket('udp4')
  socket.on('message', (message, from) => {
    const { id, questions = [] } = decode(message)
    const [question] = questions
    if (!question) return
    const entry = zone[question.name.toLowerCase()] ?? other
    if (entry === 'silent') return
    const code = typeof entry === 'string' ? RCODE[entry === 'servfail' ? 'servfail' : 'nxdomain'] : RCODE.noerror
    const answers = typeof entry === 'string' ? [] : answersOf(question, entry)
    // Response, recursion asked for and available, and the code in the low bits.
    socket.send(encode({ type: 'response', id, flags: 0x0180 | code, questions, answers }), from.port, from.address)
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.bind(53, address, resolve)
  })
}

function answersOf({ name, type }: Question, { a, aaaa }: { a?: string; aaaa?: string }): Answer[] {
  const data = type === 'A' ? a : type === 'AAAA' ? aaaa : undefined
  return data && (type === 'A' || type === 'AAAA') ? [{ type, name, ttl: 1, data }] : []
}
