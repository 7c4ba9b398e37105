import { AppError } from '#lib/errors'

const LIMIT_BYTES = 64 * 1024
const ENTER = ['\r', '\n', '\u0004']
const INTERRUPT = '\u0003'
const ERASE = ['\u007f', '\b']

/** A secret from standard input: piped in, without the line feed at its end, or typed without being shown. */
export async function readSecret(question: string): Promise<string> {
  const text = process.stdin.isTTY ? await askHidden(question) : await readPiped()
  if (!text)
    throw new AppError('invalid', `Nothing came in on standard input where ${question.toLowerCase()} was expected.`)
  return text
}

/** Typed twice, so that a typing error does not lock anybody out; piped in once. */
export async function readNewPassword(question: string): Promise<string> {
  const password = await readSecret(question)
  if (!process.stdin.isTTY) return password
  if ((await askHidden('The same again')) === password) return password
  throw new AppError('invalid', 'The two were not the same. Nothing was changed.')
}

async function readPiped(): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size > LIMIT_BYTES)
      throw new AppError('invalid', 'Standard input is far too long for a secret. Nothing was changed.')
  }
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '')
}

function askHidden(question: string): Promise<string> {
  const { stdin, stderr } = process
  stderr.write(`${question}: `)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  stdin.resume()
  return new Promise((resolve) => {
    let text = ''
    const end = () => {
      stdin.off('data', take)
      stdin.setRawMode(false)
      stdin.pause()
      stderr.write('\n')
    }
    const take = (typed: string) => {
      for (const character of typed) {
        if (character === INTERRUPT) {
          end()
          process.kill(process.pid, 'SIGINT')
          return
        }
        if (ENTER.includes(character)) {
          end()
          return resolve(text)
        }
        text = ERASE.includes(character) ? [...text].slice(0, -1).join('') : text + character
      }
    }
    stdin.on('data', take)
  })
}
