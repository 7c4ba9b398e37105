'use client'

import { auditExamples } from '@/components/audit/audit.examples'
import { automationExamples } from '@/components/automations/automations.examples'
import { exposureExamples } from '@/components/exposure/exposure.examples'
import { aboutExamples } from '@/components/installation/installation.examples'
import { backgroundTestExamples } from '@/components/keys/background-tests.examples'
import {
  environmentMatrixExamples,
  keyFormExamples,
  keyMarksExamples,
  keyTableExamples,
} from '@/components/keys/keys.examples'
import { layoutExamples } from '@/components/layout/layout.examples'
import { memberExamples } from '@/components/members/members.examples'
import { notificationExamples } from '@/components/notifications/notifications.examples'
import { openClawExamples } from '@/components/openclaw/openclaw.examples'
import { overviewExamples } from '@/components/overview/overview.examples'
import {
  pairingDotsExamples,
  pairingReportExamples,
  pairingStripExamples,
  pairingWaterfallExamples,
  verdictBadgeExamples,
} from '@/components/pairing/pairing.examples'
import { providerExamples } from '@/components/providers/providers.examples'
import { policyExamples } from '@/components/rotation-policies/policies.examples'
import { rotationExamples, rotationListExamples } from '@/components/rotations/rotations.examples'
import { scopedKeyExamples } from '@/components/scoped-keys/scoped-keys.examples'
import { profileExamples, projectExamples, tokenExamples } from '@/components/settings/settings.examples'
import { shareExamples } from '@/components/shares/shares.examples'
import { statusNoticeExamples, statusPageExamples } from '@/components/status-pages/status-pages.examples'
import { timeExamples } from '@/components/time/time.examples'
import {
  troubleshootingPartsExamples,
  troubleshootingRecordExamples,
  troubleshootStartExamples,
} from '@/components/troubleshooting/troubleshooting.examples'
import { buttonExamples, fieldExamples } from '@/components/ui/controls.examples'
import { dataExamples, stateExamples } from '@/components/ui/display.examples'
import type { Examples } from '@/components/ui/examples'
import { overlayExamples } from '@/components/ui/overlays.examples'

/** Everything that the gallery shows, in order; the name is the address. A new component adds one line. */
export const GALLERY: Record<string, Examples> = {
  'pairing-report': pairingReportExamples,
  'pairing-strip': pairingStripExamples,
  'pairing-waterfall': pairingWaterfallExamples,
  'pairing-dots': pairingDotsExamples,
  'verdict-badge': verdictBadgeExamples,
  'key-table': keyTableExamples,
  'environment-matrix': environmentMatrixExamples,
  'key-marks': keyMarksExamples,
  'key-form': keyFormExamples,
  troubleshoot: troubleshootStartExamples,
  'troubleshooting-record': troubleshootingRecordExamples,
  'troubleshooting-parts': troubleshootingPartsExamples,
  'background-tests': backgroundTestExamples,
  rotations: rotationExamples,
  'rotation-lists': rotationListExamples,
  automations: automationExamples,
  exposure: exposureExamples,
  'rotation-policies': policyExamples,
  notifications: notificationExamples,
  'scoped-keys': scopedKeyExamples,
  openclaw: openClawExamples,
  shares: shareExamples,
  overview: overviewExamples,
  audit: auditExamples,
  members: memberExamples,
  providers: providerExamples,
  'status-pages': statusPageExamples,
  'status-notice': statusNoticeExamples,
  projects: projectExamples,
  profile: profileExamples,
  tokens: tokenExamples,
  about: aboutExamples,
  layout: layoutExamples,
  buttons: buttonExamples,
  fields: fieldExamples,
  overlays: overlayExamples,
  states: stateExamples,
  data: dataExamples,
  times: timeExamples,
}
