import {
  ArchiveRestore,
  Bell,
  BellOff,
  Bot,
  CalendarClock,
  ClipboardPaste,
  Copy,
  Eye,
  FileDown,
  FolderKanban,
  KeyRound,
  Link2,
  LogIn,
  LogOut,
  type LucideIcon,
  Mail,
  Megaphone,
  Pencil,
  PlugZap,
  Plus,
  RotateCw,
  ScrollText,
  Server,
  ShieldCheck,
  ShieldX,
  Sparkles,
  Stethoscope,
  Terminal,
  Trash2,
  Undo2,
  UserCog,
  UserPlus,
} from 'lucide-react'
import type { AuditEvent } from '#lib/audit-log/schema'

export interface EventWords {
  icon: LucideIcon
  /** Stands for the name, where the name says nothing. */
  actor?: string
  /** After a name: "Somebody revealed …". */
  did: string
  /** After "tried to": "… reveal". */
  attempt: string
  /** Words between the verb and the target, or after the verb where no target is named. */
  object?: string
  /** The target is the person themself or the whole installation: naming it says nothing. */
  hidesTarget?: boolean
}

/** Every action that leaves an event, as the verb of a sentence. A test holds it against the policy table. */
export const EVENT_WORDS: Record<string, EventWords> = {
  'project.create': { icon: FolderKanban, did: 'started', attempt: 'start', object: 'project' },
  'project.find': { icon: FolderKanban, did: 'opened', attempt: 'open', object: 'project' },
  'project.edit': { icon: Pencil, did: 'renamed', attempt: 'rename', object: 'project' },
  'project.delete': { icon: Trash2, did: 'deleted', attempt: 'delete', object: 'project' },
  'environment.create': { icon: Plus, did: 'added', attempt: 'add', object: 'environment' },
  'environment.edit': { icon: Pencil, did: 'changed', attempt: 'change', object: 'environment' },
  'environment.guard': { icon: ShieldCheck, did: 'changed the guards of', attempt: 'change the guards of' },
  'environment.delete': { icon: Trash2, did: 'deleted', attempt: 'delete', object: 'environment' },

  'key.list': { icon: KeyRound, did: 'listed keys', attempt: 'list keys' },
  'key.find': { icon: KeyRound, did: 'opened', attempt: 'open' },
  'key.create': { icon: Plus, did: 'stored', attempt: 'store' },
  'key.edit': { icon: Pencil, did: 'edited', attempt: 'edit' },
  'key.delete': { icon: Trash2, did: 'deleted', attempt: 'delete' },
  'key.restore': { icon: Undo2, did: 'restored', attempt: 'restore' },
  'key.replace': { icon: RotateCw, did: 'replaced the value of', attempt: 'replace the value of' },
  'key.clean': { icon: Sparkles, did: 'took hidden characters out of', attempt: 'take hidden characters out of' },
  'key.revoke': { icon: ShieldX, did: 'revoked', attempt: 'revoke' },
  'key.reveal': { icon: Eye, did: 'revealed', attempt: 'reveal' },
  'key.test': { icon: PlugZap, did: 'tested the pairing of', attempt: 'test the pairing of' },
  'key.import': { icon: ClipboardPaste, did: 'imported keys into', attempt: 'import keys into' },
  'value.test': { icon: PlugZap, did: 'tested a value for', attempt: 'test a value for' },

  'troubleshooting.create': { icon: Stethoscope, did: 'searched for the fault of', attempt: 'search for the fault of' },
  'troubleshooting.edit': {
    icon: Stethoscope,
    did: 'added to the search for the fault of',
    attempt: 'add to the search for the fault of',
  },
  'troubleshooting.test': { icon: PlugZap, did: 'tested again, to find the fault of', attempt: 'test again' },
  'troubleshooting.prove': {
    icon: Stethoscope,
    did: 'compared the application’s value with',
    attempt: 'compare the application’s value with',
  },
  'troubleshooting.delete': {
    icon: Trash2,
    did: 'deleted the search for the fault of',
    attempt: 'delete the search for the fault of',
  },
  'batch.create': { icon: PlugZap, did: 'tested the pairing of', attempt: 'test the pairing of' },
  'batch.cancel': { icon: PlugZap, did: 'cancelled the bulk test', attempt: 'cancel the bulk test' },

  'member.create': { icon: UserPlus, did: 'added', attempt: 'add', object: 'member' },
  'member.invite': { icon: Mail, did: 'invited', attempt: 'invite' },
  'member.edit': { icon: UserCog, did: 'changed', attempt: 'change', object: 'member' },
  'member.delete': { icon: Trash2, did: 'deleted', attempt: 'delete', object: 'member' },
  'member.edit_self': {
    icon: UserCog,
    did: 'changed their own account',
    attempt: 'change their own account',
    hidesTarget: true,
  },
  'owner.appoint': { icon: UserCog, did: 'changed owner', attempt: 'change owner' },
  'invitation.revoke': { icon: Mail, did: 'took back the invitation of', attempt: 'take back the invitation of' },
  'invitation.accept': { icon: UserPlus, did: 'joined', attempt: 'join', hidesTarget: true },
  'grant.set': { icon: UserCog, did: 'set the role of', attempt: 'set the role of' },
  'grant.remove': { icon: UserCog, did: 'took back the role of', attempt: 'take back the role of' },
  'grant.deny': { icon: UserCog, did: 'changed the denial of', attempt: 'change the denial of' },

  'session.create': { icon: LogIn, did: 'signed in', attempt: 'sign in', hidesTarget: true },
  'session.end': { icon: LogOut, did: 'ended a session', attempt: 'end a session', hidesTarget: true },
  'scoped_key.list': { icon: KeyRound, did: 'listed', attempt: 'list', object: 'scoped keys' },
  'scoped_key.find_self': { icon: KeyRound, did: 'asked what it is', attempt: 'ask what they are', hidesTarget: true },
  'scoped_key.create': { icon: KeyRound, did: 'made', attempt: 'make', object: 'scoped key' },
  'scoped_key.rotate': {
    icon: RotateCw,
    did: 'gave a new secret to',
    attempt: 'give a new secret to',
    object: 'scoped key',
  },
  'scoped_key.end_many': { icon: ShieldX, did: 'ended', attempt: 'end', object: 'scoped keys' },
  'scoped_key.end': { icon: ShieldX, did: 'ended', attempt: 'end', object: 'scoped key' },
  'value.fetch': {
    icon: FileDown,
    did: 'fetched the values of',
    attempt: 'fetch the values of',
    object: 'environment',
  },
  'key.rotate': { icon: RotateCw, did: 'rotated', attempt: 'rotate' },
  'rotation.list': { icon: RotateCw, did: 'listed rotations of', attempt: 'list rotations of' },
  'rotation.complete': { icon: RotateCw, did: 'completed the rotation of', attempt: 'complete the rotation of' },
  'rotation.resume': { icon: RotateCw, did: 'resumed the rotation of', attempt: 'resume the rotation of' },
  'rotation.advance': { icon: RotateCw, did: 'carried on the rotation of', attempt: 'carry on the rotation of' },
  'rotation_policy.find': {
    icon: CalendarClock,
    did: 'looked up when keys are rotated of',
    attempt: 'look up when keys are rotated of',
  },
  'rotation_policy.set': {
    icon: CalendarClock,
    did: 'said when to rotate keys of',
    attempt: 'say when to rotate keys of',
  },
  'rotation_policy.remove': {
    icon: CalendarClock,
    did: 'took back when to rotate keys of',
    attempt: 'take back when to rotate keys of',
  },
  'key.expose': { icon: Eye, did: 'looked who had the value of', attempt: 'look who had the value of' },
  'bulk_change.create': { icon: RotateCw, did: 'began a change of', attempt: 'begin a change of' },
  'bulk_change.find': { icon: RotateCw, did: 'looked at a change of', attempt: 'look at a change of' },
  'bulk_change.cancel': { icon: RotateCw, did: 'cancelled a change of', attempt: 'cancel a change of' },
  'warning.list': { icon: Bell, did: 'listed warnings', attempt: 'list warnings' },
  'warning.preview': { icon: Bell, did: 'looked who will be warned', attempt: 'look who will be warned' },
  'warning.snooze': { icon: BellOff, did: 'put off the warning', attempt: 'put off the warning' },
  'warning.take': { icon: Bell, did: 'took care of', attempt: 'take care of' },
  'warning.raise': { icon: Bell, did: 'raised a warning', attempt: 'raise a warning' },
  'warning_rule.list': { icon: Bell, did: 'listed the rules of warnings', attempt: 'list the rules of warnings' },
  'warning_rule.set': { icon: Bell, did: 'changed the rule', attempt: 'change the rule' },
  'inbox.list': { icon: Bell, did: 'looked at their inbox', attempt: 'look at their inbox' },
  'inbox.read': { icon: Bell, did: 'marked their inbox as read', attempt: 'mark their inbox as read' },
  'notification_settings.find': { icon: Bell, did: 'looked how they are told', attempt: 'look how they are told' },
  'notification_settings.set': { icon: Bell, did: 'changed how they are told', attempt: 'change how they are told' },
  'notification_settings.test': { icon: Bell, did: 'sent themselves a test', attempt: 'send themselves a test' },
  'channel.list': { icon: Megaphone, did: 'listed the channels', attempt: 'list the channels' },
  'channel.create': { icon: Megaphone, did: 'made the channel', attempt: 'make the channel' },
  'channel.edit': { icon: Megaphone, did: 'edited the channel', attempt: 'edit the channel' },
  'channel.test': { icon: Megaphone, did: 'tested the channel', attempt: 'test the channel' },
  'channel.delete': { icon: Megaphone, did: 'deleted the channel', attempt: 'delete the channel' },
  'calendar_feed.list': {
    icon: CalendarClock,
    did: 'listed their calendar addresses',
    attempt: 'list their calendar addresses',
  },
  'calendar_feed.create': { icon: CalendarClock, did: 'made a calendar address', attempt: 'make a calendar address' },
  'calendar_feed.end': { icon: CalendarClock, did: 'ended a calendar address', attempt: 'end a calendar address' },
  'calendar_feed.read': { icon: CalendarClock, did: 'read a calendar', attempt: 'read a calendar' },
  'automation.find': { icon: Bot, did: 'looked up the automation of', attempt: 'look up the automation of' },
  'automation.set': { icon: Bot, did: 'automated the rotation of', attempt: 'automate the rotation of' },
  'automation.compare': {
    icon: Bot,
    did: 'compared the provider’s keys of',
    attempt: 'compare the provider’s keys of',
  },
  'automation.remove': { icon: Bot, did: 'ended the automation of', attempt: 'end the automation of' },
  'rotation.cancel': { icon: RotateCw, did: 'cancelled the rotation of', attempt: 'cancel the rotation of' },
  'key.undo_import': {
    icon: Undo2,
    did: 'took back an import into',
    attempt: 'take back an import into',
    hidesTarget: true,
  },
  'key.export': {
    icon: FileDown,
    did: 'exported the values of',
    attempt: 'export the values of',
    object: 'environment',
  },
  'key.share': { icon: Link2, did: 'opened, to share it once,', attempt: 'share' },
  'share.create': {
    icon: Link2,
    did: 'shared, by a link that opens once,',
    attempt: 'share, by a link that opens once,',
  },
  'share.list': { icon: Link2, did: 'listed', attempt: 'list', object: 'links' },
  'share.end': { icon: ShieldX, did: 'ended the link to', attempt: 'end the link to' },
  'share.open': { icon: Link2, did: 'opened', attempt: 'open', object: 'link to' },
  'value.digest': {
    icon: FileDown,
    did: 'took digests of the values of',
    attempt: 'take digests of the values of',
    object: 'environment',
  },
  'openclaw.plan': { icon: FileDown, did: 'planned OpenClaw for', attempt: 'plan OpenClaw for', object: 'environment' },
  'openclaw.list_gateways': {
    icon: Terminal,
    did: 'listed gateways of',
    attempt: 'list gateways of',
    object: 'environment',
  },
  'openclaw.connect': { icon: Terminal, did: 'connected', attempt: 'connect', object: 'gateway' },
  'openclaw.disconnect': { icon: Terminal, did: 'disconnected', attempt: 'disconnect', object: 'gateway' },
  'openclaw.tell': { icon: Terminal, did: 'told of a change', attempt: 'tell of a change', object: 'gateway' },
  'openclaw.resolve': { icon: FileDown, did: 'resolved references', attempt: 'resolve references', hidesTarget: true },
  'token.create': { icon: KeyRound, did: 'made', attempt: 'make', object: 'access token' },
  'provider.create': { icon: Plus, did: 'added', attempt: 'add', object: 'provider' },
  'provider.edit': { icon: Pencil, did: 'changed', attempt: 'change', object: 'provider' },
  'provider.delete': { icon: Trash2, did: 'deleted', attempt: 'delete', object: 'provider' },
  'token.revoke': { icon: ShieldX, did: 'revoked', attempt: 'revoke', object: 'access token' },

  'audit.export': { icon: FileDown, did: 'exported the audit log', attempt: 'export the audit log', hidesTarget: true },
  'audit.verify': { icon: ShieldCheck, did: 'verified the chain', attempt: 'verify the chain', hidesTarget: true },
  'recovery.confirm': {
    icon: ShieldCheck,
    did: 'confirmed the recovery key',
    attempt: 'confirm the recovery key',
    hidesTarget: true,
  },
}

/** What somebody with a shell on the machine does has one action; what it was done to tells them apart. */
const OPERATED: Record<string, EventWords> = {
  backup: { icon: ArchiveRestore, did: 'wrote or restored the backup', attempt: 'write or restore the backup' },
  'recovery-key': { icon: ShieldCheck, did: 'made a new', attempt: 'make a new' },
  'master-key': { icon: ShieldCheck, did: 'sealed every root key under the', attempt: 'seal every root key under the' },
  invitation: { icon: Mail, did: 'made a link for the', attempt: 'make a link for the' },
  member: { icon: UserCog, did: 'reset the password of', attempt: 'reset the password of' },
}

/** A refused sign-in: nobody is known yet, so whoever it was is named by the account that was tried. */
const UNKNOWN_SIGN_IN: EventWords = { icon: LogIn, actor: 'Somebody', did: 'signed in as', attempt: 'sign in as' }

/** A value that went to the clipboard without being shown. */
const COPIED: EventWords = { icon: Copy, did: 'copied the value of', attempt: 'copy the value of' }

type Told = Pick<AuditEvent, 'action' | 'target'> & Partial<Pick<AuditEvent, 'actor' | 'after'>>

/** What was done, in words; what nobody put in words keeps its own name. */
export function eventWords({ action, actor, target, after }: Told): EventWords {
  if (action === 'key.reveal' && after?.copy === true) return COPIED
  if (action === 'session.create' && actor?.type === 'system') return UNKNOWN_SIGN_IN
  const known = action === 'installation.operate' ? OPERATED[target?.type ?? ''] : EVENT_WORDS[action]
  return known ?? { icon: action === 'installation.operate' ? Server : ScrollText, did: action, attempt: action }
}
