import { awsAnswers } from './aws-answers.ts'
import { awsKeyFormats } from './aws-key-formats.ts'
import type { Answer, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'
import { signAwsRequest } from './sign-aws-request.ts'
import { unpackAwsKey } from './unpack-aws-key.ts'

const USUAL_REGION = 'us-east-1'

function credentialsOf(key: string) {
  const [accessKeyId = '', secretAccessKey = '', sessionToken] = key.split(':')
  return { accessKeyId, secretAccessKey, sessionToken }
}

/** A signature is bound to a region, and the host names it; the global address stands in us-east-1. */
function regionOf(url: string): string {
  return /^sts(?:-fips)?\.([a-z]+(?:-[a-z]+)+-\d+)\.amazonaws\.com/.exec(new URL(url).hostname)?.[1] ?? USUAL_REGION
}

/** STS answers in JSON when asked to; a gateway before it may drop that wish, and then XML comes. */
function identityIn({ json, text }: Answer): unknown {
  if (json === undefined && /<GetCallerIdentityResult>.*<\/GetCallerIdentityResponse>/s.test(text))
    return { Account: /<Account>(\d+)<\/Account>/.exec(text)?.[1], Arn: /<Arn>([^<]+)<\/Arn>/.exec(text)?.[1] }
  const response = isRecord(json) ? json.GetCallerIdentityResponse : undefined
  return isRecord(response) ? response.GetCallerIdentityResult : undefined
}

function readSuccess(answer: Answer): Success | null {
  const identity = identityIn(answer)
  if (!isRecord(identity) || typeof identity.Account !== 'string' || typeof identity.Arn !== 'string') return null
  if (!identity.Arn.startsWith('arn:aws')) return null
  return {
    observed: { owner: identity.Arn, organisation: `account ${identity.Account}` },
    because: '`Arn` names whom the key belongs to, and `Account` the account',
  }
}

export const aws: Provider = {
  id: 'aws',
  name: 'AWS',
  category: 'cloud',
  baseUrl: 'https://sts.amazonaws.com',
  sites: [
    { name: 'AWS', baseUrl: 'https://sts.amazonaws.com' },
    { name: 'AWS GovCloud (US)', baseUrl: 'https://sts.us-gov-west-1.amazonaws.com' },
    { name: 'AWS China', baseUrl: 'https://sts.cn-north-1.amazonaws.com.cn' },
  ],
  variables: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_BEARER_TOKEN_BEDROCK'],
  keyFormats: awsKeyFormats,
  parts: [
    { name: 'access key ID', variable: 'AWS_ACCESS_KEY_ID', secret: false },
    { name: 'secret access key', variable: 'AWS_SECRET_ACCESS_KEY', secret: true },
  ],
  unpack: unpackAwsKey,
  links: {
    dashboard: 'https://console.aws.amazon.com/iam',
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    support: 'https://aws.amazon.com/contact-us/',
    billing: 'https://console.aws.amazon.com/billing/home',
    statusPage: 'https://health.aws.amazon.com/health/status',
  },
  status: {
    kind: 'aws',
    url: 'https://health.aws.amazon.com/public/currentevents',
    components: /\b(IAM|STS|Identity and Access Management|Security Token Service)\b/i,
    // AWS China has a page of its own.
    hosts: /\.amazonaws\.com$/,
  },
  rotation: 'automatic',
  proof: {
    method: 'GET',
    path: '/?Action=GetCallerIdentity&Version=2011-06-15',
    headers: { accept: 'application/json' },
    authorize: (key, call) => signAwsRequest(call, credentialsOf(key), { region: regionOf(call.url), service: 'sts' }),
    scheme: { kind: 'aws', service: 'sts', region: USUAL_REGION },
    costs: 'nothing',
  },
  dialect: 'documented',
  answers: awsAnswers,
  readSuccess,
  fingerprintHeaders: ['x-amzn-requestid'],
  requestIdHeaders: ['x-amzn-requestid'],
  environmentHint:
    'The account is the environment: the test shows its number. Keys of AWS GovCloud and AWS China work only there.',
}
