export type StatusForm =
  | 'statuspage'
  | 'lite'
  | 'instatus'
  | 'betterstack'
  | 'onlineornot'
  | 'statusio'
  | 'rss'
  | 'atom'
  | 'google'
  | 'awsEvents'
  | 'awsRss'
  | 'slack'
  | 'stripe'

export interface StatusHost {
  host: string
  path: string
  form: StatusForm
  name: string
  /** What one of its components is called, the one that an incident is in. */
  component: string
  providerIds: string[]
}

const summary = (form: 'statuspage' | 'lite', rows: Record<string, [name: string, ...providerIds: string[]]>) =>
  Object.entries(rows).map(([host, [name, ...providerIds]]): StatusHost => {
    return { host, path: '/api/v2/summary.json', form, name, component: 'API', providerIds }
  })
const other = (
  address: string,
  form: StatusForm,
  name: string,
  provider: string | string[],
  component = 'API',
): StatusHost => {
  const { host, pathname } = new URL(`https://${address}`)
  return { host, path: pathname, form, name, component, providerIds: [provider].flat() }
}

/** Who keeps a status page where, and in which form (facts: section 3, status feeds; incident.io's hosts are the lite ones). */
export const statusPageHosts: StatusHost[] = [
  ...summary('statuspage', {
    'status.claude.com': ['Claude', 'anthropic'],
    'status.deepgram.com': ['Deepgram', 'deepgram'],
    'status.assemblyai.com': ['AssemblyAI', 'assemblyai'],
    'status.ngc.nvidia.com': ['NVIDIA NGC', 'nvidia-nim'],
    'voyageai-status.statuspage.io': ['Voyage AI', 'voyage'],
    'status.pinecone.io': ['Pinecone', 'pinecone'],
    'www.githubstatus.com': ['GitHub', 'github-classic', 'github-fine-grained'],
    'www.stripestatus.com': ['Stripe', 'stripe'],
    'status.twilio.com': ['Twilio', 'twilio'],
    'status.sendgrid.com': ['SendGrid', 'sendgrid'],
    'status.mailgun.com': ['Mailgun', 'mailgun'],
    'discordstatus.com': ['Discord', 'discord'],
    'www.cloudflarestatus.com': ['Cloudflare', 'cloudflare'],
    'status.digitalocean.com': ['DigitalOcean', 'digitalocean'],
    'status.datadoghq.com': ['Datadog', 'datadog'],
    'status.sentry.io': ['Sentry', 'sentry'],
    'www.notion-status.com': ['Notion', 'notion'],
    'linearstatus.com': ['Linear', 'linear'],
    'status.airtable.com': ['Airtable', 'airtable'],
    'www.vercel-status.com': ['Vercel', 'vercel'],
    'www.netlifystatus.com': ['Netlify', 'netlify'],
    'status.supabase.com': ['Supabase', 'supabase', 'supabase-project'],
    'www.dockerstatus.com': ['Docker', 'dockerhub'],
    'status.mapbox.com': ['Mapbox', 'mapbox'],
    'status.hubspot.com': ['HubSpot', 'hubspot'],
    'www.shopifystatus.com': ['Shopify', 'shopify'],
  }),
  ...summary('lite', {
    'status.openai.com': ['OpenAI', 'openai'],
    'groqstatus.com': ['Groq', 'groq'],
    'status.cohere.com': ['Cohere', 'cohere'],
    'status.fireworks.ai': ['Fireworks AI', 'fireworks'],
    'www.replicatestatus.com': ['Replicate', 'replicate'],
    'status.elevenlabs.io': ['ElevenLabs', 'elevenlabs'],
    'status.stability.ai': ['Stability AI', 'stability'],
    'status.cerebras.ai': ['Cerebras', 'cerebras'],
    'resend-status.com': ['Resend', 'resend'],
    'status.hashicorp.com': ['HashiCorp', 'vault'],
  }),
  other('status.perplexity.com/summary.json', 'instatus', 'Perplexity', 'perplexity'),
  other('status.together.ai/index.json', 'betterstack', 'Together AI', 'together'),
  other('status.huggingface.co/index.json', 'betterstack', 'Hugging Face', 'huggingface'),
  other('api.onlineornot.com/v1/status_pages/status.openrouter.ai/summary', 'onlineornot', 'OpenRouter', 'openrouter'),
  other('api.status.io/1.0/status/5b36dc6502d06804c08349f7', 'statusio', 'GitLab', 'gitlab'),
  other('status.mistral.ai/feed.rss', 'rss', 'Mistral AI', 'mistral'),
  other('status.deepseek.com/feed.rss', 'rss', 'DeepSeek', 'deepseek'),
  other('status.deepseek.com/feed.atom', 'atom', 'DeepSeek', 'deepseek'),
  other('status.x.ai/feed.xml', 'rss', 'xAI', 'xai'),
  other('azure.status.microsoft/en-us/status/feed/', 'rss', 'Azure', 'azure-openai'),
  other(
    'status.cloud.google.com/incidents.json',
    'google',
    'Google Cloud',
    ['google-gemini', 'google-cloud-api-key'],
    'Vertex Gemini API',
  ),
  other('health.aws.amazon.com/public/currentevents', 'awsEvents', 'AWS', 'aws', 'Amazon Bedrock'),
  other('status.aws.amazon.com/rss/all.rss', 'awsRss', 'AWS', 'aws', 'Amazon Bedrock'),
  other('slack-status.com/api/v2.0.0/current', 'slack', 'Slack', 'slack', 'Apps/Integrations/APIs'),
  other('status.stripe.com/current', 'stripe', 'Stripe', 'stripe'),
]
