import { aws } from './aws.ts'
import { cloudflare } from './cloudflare.ts'
import { datadog } from './datadog.ts'
import { deepgram } from './deepgram.ts'
import { elevenlabs } from './elevenlabs.ts'
import { endpoint } from './endpoint.ts'
import { fireworks } from './fireworks.ts'
import { gitlab } from './gitlab.ts'
import { googleCloudApiKey } from './google-cloud-api-key.ts'
import type { KeyApi } from './key-api.ts'
import { mistral } from './mistral.ts'
import { openai } from './openai.ts'
import { openrouter } from './openrouter.ts'
import { pinecone } from './pinecone.ts'
import { resend } from './resend.ts'
import { sendgrid } from './sendgrid.ts'
import { supabase } from './supabase.ts'
import { twilio } from './twilio.ts'
import { vault } from './vault.ts'
import { vercel } from './vercel.ts'
import { xai } from './xai.ts'

/** Every API through which Claviger makes and ends keys. */
export const keyApis: readonly KeyApi[] = [
  aws,
  cloudflare,
  datadog,
  deepgram,
  elevenlabs,
  endpoint,
  fireworks,
  gitlab,
  googleCloudApiKey,
  mistral,
  openai,
  openrouter,
  pinecone,
  resend,
  sendgrid,
  supabase,
  twilio,
  vault,
  vercel,
  xai,
]

export function findKeyApi(id: string): KeyApi | undefined {
  return keyApis.find((api) => api.id === id)
}
