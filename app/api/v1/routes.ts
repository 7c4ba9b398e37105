import type { RouteModules } from '#lib/http/openapi'
import * as auditExport from './audit/export/route.ts'
import * as audit from './audit/route.ts'
import * as auditVerify from './audit/verify/route.ts'
import * as bulkChangesId from './bulk-changes/[id]/route.ts'
import * as bulkChanges from './bulk-changes/route.ts'
import * as calendarSecret from './calendar/[secret]/route.ts'
import * as calendarFeedsId from './calendar-feeds/[id]/route.ts'
import * as calendarFeeds from './calendar-feeds/route.ts'
import * as channelsId from './channels/[id]/route.ts'
import * as channelsIdTests from './channels/[id]/tests/route.ts'
import * as channels from './channels/route.ts'
import * as environmentsIdGrantsSubjectId from './environments/[id]/grants/[subjectId]/route.ts'
import * as environmentsIdGrants from './environments/[id]/grants/route.ts'
import * as exporting from './export/route.ts'
import * as fetchProjectEnvironment from './fetch/[project]/[environment]/route.ts'
import * as importing from './import/route.ts'
import * as importsIdReversal from './imports/[id]/reversal/route.ts'
import * as inboxReadings from './inbox/readings/route.ts'
import * as inbox from './inbox/route.ts'
import * as installation from './installation/route.ts'
import * as invitationsId from './invitations/[id]/route.ts'
import * as invitationsAcceptance from './invitations/acceptance/route.ts'
import * as invitations from './invitations/route.ts'
import * as keyApis from './key-apis/route.ts'
import * as keysIdAutomationComparisons from './keys/[id]/automation/comparisons/route.ts'
import * as keysIdAutomation from './keys/[id]/automation/route.ts'
import * as keysIdCleanings from './keys/[id]/cleanings/route.ts'
import * as keysIdExposure from './keys/[id]/exposure/route.ts'
import * as keysIdPairings from './keys/[id]/pairings/route.ts'
import * as keysIdRestoration from './keys/[id]/restoration/route.ts'
import * as keysIdReveals from './keys/[id]/reveals/route.ts'
import * as keysIdRevocation from './keys/[id]/revocation/route.ts'
import * as keysIdRotations from './keys/[id]/rotations/route.ts'
import * as keysId from './keys/[id]/route.ts'
import * as keysIdTimeline from './keys/[id]/timeline/route.ts'
import * as keysIdUsage from './keys/[id]/usage/route.ts'
import * as keysIdVersions from './keys/[id]/versions/route.ts'
import * as keysDeletions from './keys/deletions/route.ts'
import * as keys from './keys/route.ts'
import * as meNotifications from './me/notifications/route.ts'
import * as meNotificationsTests from './me/notifications/tests/route.ts'
import * as me from './me/route.ts'
import * as membersIdGrants from './members/[id]/grants/route.ts'
import * as membersId from './members/[id]/route.ts'
import * as members from './members/route.ts'
import * as networkAllowlist from './network/allowlist/route.ts'
import * as openapiJson from './openapi.json/route.ts'
import * as openclawGatewaysId from './openclaw/gateways/[id]/route.ts'
import * as openclawGateways from './openclaw/gateways/route.ts'
import * as openclawPlans from './openclaw/plans/route.ts'
import * as openclawResolve from './openclaw/resolve/route.ts'
import * as overview from './overview/route.ts'
import * as pairingsId from './pairings/[id]/route.ts'
import * as pairingsBatchesId from './pairings/batches/[id]/route.ts'
import * as pairingsBatches from './pairings/batches/route.ts'
import * as pairings from './pairings/route.ts'
import * as projectsIdEnvironmentsEnvironmentId from './projects/[id]/environments/[environmentId]/route.ts'
import * as projectsIdEnvironments from './projects/[id]/environments/route.ts'
import * as projectsId from './projects/[id]/route.ts'
import * as projects from './projects/route.ts'
import * as providersId from './providers/[id]/route.ts'
import * as providers from './providers/route.ts'
import * as rotationCalendar from './rotation-calendar/route.ts'
import * as rotationPoliciesScopeId from './rotation-policies/[scope]/[id]/route.ts'
import * as rotationsIdCancellation from './rotations/[id]/cancellation/route.ts'
import * as rotationsIdCompletion from './rotations/[id]/completion/route.ts'
import * as rotationsIdResumption from './rotations/[id]/resumption/route.ts'
import * as rotationsId from './rotations/[id]/route.ts'
import * as rotations from './rotations/route.ts'
import * as scopedKeysIdRotations from './scoped-keys/[id]/rotations/route.ts'
import * as scopedKeysId from './scoped-keys/[id]/route.ts'
import * as scopedKeysEndings from './scoped-keys/endings/route.ts'
import * as scopedKeys from './scoped-keys/route.ts'
import * as scopedKeysSelf from './scoped-keys/self/route.ts'
import * as sessionsId from './sessions/[id]/route.ts'
import * as sessions from './sessions/route.ts'
import * as setup from './setup/route.ts'
import * as sharesId from './shares/[id]/route.ts'
import * as sharesOpenings from './shares/openings/route.ts'
import * as shares from './shares/route.ts'
import * as statusPages from './status-pages/route.ts'
import * as tokensId from './tokens/[id]/route.ts'
import * as tokens from './tokens/route.ts'
import * as troubleshootingIdLogs from './troubleshooting/[id]/logs/route.ts'
import * as troubleshootingIdOwnAnswers from './troubleshooting/[id]/own-answers/route.ts'
import * as troubleshootingIdRequests from './troubleshooting/[id]/requests/route.ts'
import * as troubleshootingId from './troubleshooting/[id]/route.ts'
import * as troubleshootingIdTest from './troubleshooting/[id]/test/route.ts'
import * as troubleshootingIdValueProofsComparison from './troubleshooting/[id]/value-proofs/[proofId]/comparison/route.ts'
import * as troubleshootingIdValueProofs from './troubleshooting/[id]/value-proofs/route.ts'
import * as troubleshooting from './troubleshooting/route.ts'
import * as valueDigests from './value-digests/route.ts'
import * as warningRulesKind from './warning-rules/[kind]/route.ts'
import * as warningRules from './warning-rules/route.ts'
import * as warningsIdSnooze from './warnings/[id]/snooze/route.ts'
import * as warningsIdTaking from './warnings/[id]/taking/route.ts'
import * as warningsPreview from './warnings/preview/route.ts'
import * as warnings from './warnings/route.ts'

/** Every route of the API by its path: what the reference describes. A test fails for one that is missing. */
export const routes: RouteModules = {
  '/audit': audit,
  '/audit/export': auditExport,
  '/audit/verify': auditVerify,
  '/environments/{id}/grants': environmentsIdGrants,
  '/environments/{id}/grants/{subjectId}': environmentsIdGrantsSubjectId,
  '/fetch/{project}/{environment}': fetchProjectEnvironment,
  '/import': importing,
  '/installation': installation,
  '/invitations': invitations,
  '/invitations/acceptance': invitationsAcceptance,
  '/invitations/{id}': invitationsId,
  '/keys': keys,
  '/keys/deletions': keysDeletions,
  '/keys/{id}': keysId,
  '/keys/{id}/cleanings': keysIdCleanings,
  '/keys/{id}/pairings': keysIdPairings,
  '/keys/{id}/restoration': keysIdRestoration,
  '/keys/{id}/reveals': keysIdReveals,
  '/keys/{id}/revocation': keysIdRevocation,
  '/keys/{id}/rotations': keysIdRotations,
  '/keys/{id}/automation': keysIdAutomation,
  '/keys/{id}/automation/comparisons': keysIdAutomationComparisons,
  '/key-apis': keyApis,
  '/rotation-policies/{scope}/{id}': rotationPoliciesScopeId,
  '/bulk-changes': bulkChanges,
  '/bulk-changes/{id}': bulkChangesId,
  '/keys/{id}/exposure': keysIdExposure,
  '/calendar/{secret}': calendarSecret,
  '/calendar-feeds/{id}': calendarFeedsId,
  '/calendar-feeds': calendarFeeds,
  '/channels/{id}/tests': channelsIdTests,
  '/channels/{id}': channelsId,
  '/channels': channels,
  '/inbox/readings': inboxReadings,
  '/inbox': inbox,
  '/me/notifications': meNotifications,
  '/me/notifications/tests': meNotificationsTests,
  '/warning-rules/{kind}': warningRulesKind,
  '/warning-rules': warningRules,
  '/warnings/{id}/snooze': warningsIdSnooze,
  '/warnings/{id}/taking': warningsIdTaking,
  '/warnings/preview': warningsPreview,
  '/warnings': warnings,
  '/rotations': rotations,
  '/rotation-calendar': rotationCalendar,
  '/rotations/{id}': rotationsId,
  '/rotations/{id}/completion': rotationsIdCompletion,
  '/rotations/{id}/cancellation': rotationsIdCancellation,
  '/rotations/{id}/resumption': rotationsIdResumption,
  '/keys/{id}/timeline': keysIdTimeline,
  '/keys/{id}/usage': keysIdUsage,
  '/keys/{id}/versions': keysIdVersions,
  '/me': me,
  '/members': members,
  '/members/{id}': membersId,
  '/members/{id}/grants': membersIdGrants,
  '/network/allowlist': networkAllowlist,
  '/openapi.json': openapiJson,
  '/overview': overview,
  '/pairings': pairings,
  '/pairings/batches': pairingsBatches,
  '/pairings/batches/{id}': pairingsBatchesId,
  '/pairings/{id}': pairingsId,
  '/value-digests': valueDigests,
  '/projects': projects,
  '/projects/{id}': projectsId,
  '/projects/{id}/environments': projectsIdEnvironments,
  '/projects/{id}/environments/{environmentId}': projectsIdEnvironmentsEnvironmentId,
  '/providers': providers,
  '/providers/{id}': providersId,
  '/export': exporting,
  '/imports/{id}/reversal': importsIdReversal,
  '/shares': shares,
  '/shares/openings': sharesOpenings,
  '/shares/{id}': sharesId,
  '/openclaw/gateways': openclawGateways,
  '/openclaw/gateways/{id}': openclawGatewaysId,
  '/openclaw/plans': openclawPlans,
  '/openclaw/resolve': openclawResolve,
  '/scoped-keys': scopedKeys,
  '/scoped-keys/endings': scopedKeysEndings,
  '/scoped-keys/self': scopedKeysSelf,
  '/scoped-keys/{id}': scopedKeysId,
  '/scoped-keys/{id}/rotations': scopedKeysIdRotations,
  '/sessions': sessions,
  '/sessions/{id}': sessionsId,
  '/setup': setup,
  '/status-pages': statusPages,
  '/tokens': tokens,
  '/tokens/{id}': tokensId,
  '/troubleshooting': troubleshooting,
  '/troubleshooting/{id}': troubleshootingId,
  '/troubleshooting/{id}/logs': troubleshootingIdLogs,
  '/troubleshooting/{id}/own-answers': troubleshootingIdOwnAnswers,
  '/troubleshooting/{id}/requests': troubleshootingIdRequests,
  '/troubleshooting/{id}/test': troubleshootingIdTest,
  '/troubleshooting/{id}/value-proofs': troubleshootingIdValueProofs,
  '/troubleshooting/{id}/value-proofs/{proofId}/comparison': troubleshootingIdValueProofsComparison,
}
