/**
 * Keys of companies that are not in the catalogue, as far as their form alone names them: enough to say whose key was
 * pasted, and not to send it to somebody else. Source: gitleaks and betterleaks rules.
 */
export const FOREIGN_FORMATS: readonly { name: string; pattern: RegExp }[] = [
  { name: 'Hugging Face', pattern: /^(hf_|api_org_)[A-Za-z0-9]{34}$/ },
  { name: 'Replicate', pattern: /^r8_[A-Za-z0-9_-]{37}$/ },
  { name: 'ElevenLabs', pattern: /^sk_[a-f0-9]{48}$/ },
  { name: 'Pinecone', pattern: /^pcsk_[A-Za-z0-9]{5,6}_[A-Za-z0-9]{63}$/ },
  { name: 'xAI', pattern: /^xai-[A-Za-z0-9_-]{70,120}$/ },
  { name: 'Perplexity', pattern: /^pplx-[A-Za-z0-9]{48}$/ },
  { name: 'Together AI', pattern: /^tgp_v1_[A-Za-z0-9_-]{43}$/ },
  { name: 'Fireworks AI', pattern: /^fw_[A-Za-z0-9]{20,}$/ },
  { name: 'Cerebras', pattern: /^csk-[a-z0-9]{48}$/ },
  { name: 'NVIDIA', pattern: /^nvapi-[A-Za-z0-9_-]{60,70}$/ },
  { name: 'Jina AI', pattern: /^jina_[A-Za-z0-9_-]{60}$/ },
  { name: 'AWS', pattern: /^(AKIA|ABIA|ACCA|ASIA)[A-Z2-7]{16}$/ },
  { name: 'DigitalOcean', pattern: /^do[opr]_v1_[a-f0-9]{64}$/ },
  { name: 'Cloudflare', pattern: /^cf(ut|at|k)_[A-Za-z0-9]{40}[a-f0-9]{8}$/ },
  { name: 'Netlify', pattern: /^nfp_[A-Za-z0-9_]{36}$/ },
  { name: 'Docker Hub', pattern: /^dckr_(pat|oat)_[A-Za-z0-9_-]{27,32}$/ },
  { name: 'HashiCorp Vault', pattern: /^hv[bs]\.[\w-]{90,300}$/ },
  { name: 'Pinecone', pattern: /^pcsk_[A-Za-z0-9]{5,6}_[A-Za-z0-9]{63}$/ },
  { name: 'SendGrid', pattern: /^SG\.[\w-]{20,24}\.[\w-]{39,50}$/ },
  { name: 'Resend', pattern: /^re_[A-Za-z0-9_]{20,}$/ },
  { name: 'Notion', pattern: /^ntn_[0-9]{11}[A-Za-z0-9]{35}$/ },
  { name: 'Linear', pattern: /^lin_api_[0-9A-Za-z]{40}$/ },
  { name: 'Airtable', pattern: /^pat[A-Za-z0-9]{14}\.[a-f0-9]{64}$/ },
  { name: 'HubSpot', pattern: /^pat-(na1|eu1)-[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/ },
  { name: 'Shopify', pattern: /^shp(at|ca|pa|ss)_[a-fA-F0-9]{32}$/ },
  { name: 'npm', pattern: /^npm_[A-Za-z0-9]{36}$/ },
]
