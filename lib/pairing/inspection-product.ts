/** Products that open TLS on the way and sign anew, as they name themselves in certificates and on their pages. */
const PRODUCTS = [
  'Zscaler', 'Netskope', 'Palo Alto', 'GlobalProtect', 'Fortinet', 'FortiGate', 'FortiGuard', 'Blue Coat', 'BlueCoat', 'Symantec Web', 'Cisco Umbrella', 'OpenDNS', 'Cisco Secure Web',
  'Ironport', 'Sophos', 'Kaspersky', 'ESET', 'Avast', 'AVG', 'Bitdefender', 'McAfee', 'Skyhigh', 'Trellix', 'Check Point', 'Forcepoint', 'Websense', 'Barracuda', 'WatchGuard',
  'SonicWall', 'Sangfor', 'Untangle', 'Smoothwall', 'Lightspeed', 'Securly', 'iboss', 'Menlo Security', 'Cato Networks', 'Cloudflare for Teams', 'Gateway CA - Cloudflare',
  'Cloudflare Zero Trust', 'AdGuard', 'NetFilter', 'Dr.Web', 'Norton Web', 'Trend Micro', 'mitmproxy', 'Charles Proxy', 'Fiddler', 'DO_NOT_TRUST', 'PortSwigger', 'Burp', 'OWASP ZAP', 'Proxyman', 'squid',
]
const PATTERN = new RegExp(`(?<![a-z])(${PRODUCTS.map((name) => name.replace(/[.*+?^$()|[\]\\]/g, '\\$&')).join('|')})(?![a-z])`, 'i')

/** The inspecting product that a text names, if any. */
export function inspectionProduct(text: string): string | undefined {
  return PATTERN.exec(text)?.[1]
}
