import { signAwsRequest } from '#lib/providers/sign-aws-request'
import type { KeyApi, KeyCall, ListedKey } from './key-api.ts'
import { formCall, mintedKey } from './read.ts'

const ask = (action: string, fields: Record<string, string>): KeyCall =>
  formCall('POST', '/', { Action: action, Version: '2010-05-08', ...fields })
const textOf = (xml: string, name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? null

/**
 * Access keys of an IAM user. They carry no name: one that is lost is known by having come up since, and is made inactive
 * before it is deleted. A user has two at most.
 */
export const aws: KeyApi = {
  id: 'aws',
  baseUrl: 'https://iam.amazonaws.com',
  source: 'IAM API reference: CreateAccessKey, ListAccessKeys, UpdateAccessKey, DeleteAccessKey',
  admin: {
    name: 'Access key of an IAM user who may manage access keys',
    hint: 'Access key ID and secret with a colon between them.',
  },
  settings: [{ name: 'userName', label: 'IAM user', hint: 'Whose keys are rotated.', pattern: /^[\w+=,.@-]{1,64}$/ }],
  authorize(admin, call) {
    const [accessKeyId = '', secretAccessKey = '', sessionToken] = admin.split(':')
    return signAwsRequest(
      call,
      { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) },
      { region: 'us-east-1', service: 'iam' },
    )
  },
  list: ({ userName = '' }, cursor) =>
    ask('ListAccessKeys', { UserName: userName, MaxItems: '100', ...(cursor && { Marker: cursor }) }),
  readList({ text }) {
    if (!text.includes('<ListAccessKeysResult>')) return null
    const keys = [...text.matchAll(/<member>(.*?)<\/member>/gs)].map(
      ([, member = '']): ListedKey => ({
        id: textOf(member, 'AccessKeyId') ?? '',
        name: null,
        createdAt: textOf(member, 'CreateDate'),
      }),
    )
    return { keys, next: textOf(text, 'IsTruncated') === 'true' ? textOf(text, 'Marker') : null }
  },
  mint: ({ userName = '' }) => ask('CreateAccessKey', { UserName: userName }),
  readMint({ text }) {
    const [id, secret] = [textOf(text, 'AccessKeyId'), textOf(text, 'SecretAccessKey')]
    return mintedKey(id, secret && `${id}:${secret}`, null)
  },
  revoke: ({ userName = '' }, id) => [
    ask('UpdateAccessKey', { UserName: userName, AccessKeyId: id, Status: 'Inactive' }),
    ask('DeleteAccessKey', { UserName: userName, AccessKeyId: id }),
  ],
  hasNames: false,
  mostKeys: 2,
  canExpire: false,
  identify: (value) => value.split(':')[0] || null,
}
