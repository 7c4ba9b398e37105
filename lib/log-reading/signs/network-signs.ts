import { nameSigns } from './name-signs.ts'
import { proxySigns } from './proxy-signs.ts'
import { reachSigns } from './reach-signs.ts'
import type { Sign } from './sign.ts'
import { tlsSigns } from './tls-signs.ts'

/** What decides comes first: a proxy explains a cut connection, a certificate explains a failed handshake. */
export const networkSigns: readonly Sign[] = [...proxySigns, ...tlsSigns, ...nameSigns, ...reachSigns]
