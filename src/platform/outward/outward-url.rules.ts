/** What an address must look like before anything is looked up: https, a public name, the usual port, no password. */

export type UrlFault = 'unreadable' | 'scheme' | 'credentials' | 'port' | 'host' | 'length'

export interface Reach {
  /** For tests and one's own machine: http, any port, the loopback addresses. */
  readonly mayReachLoopback: boolean
}

const longest = 500
/** Names that only a network of one's own knows. */
const ownNames = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa|arpa)$/

export function readOutwardUrl(text: string, { mayReachLoopback }: Reach): URL | UrlFault {
  if (text.length > longest) return 'length'
  if (!URL.canParse(text)) return 'unreadable'
  const url = new URL(text)
  if (url.protocol !== 'https:' && !(mayReachLoopback && url.protocol === 'http:')) return 'scheme'
  if (url.username !== '' || url.password !== '') return 'credentials'
  if (url.port !== '' && !mayReachLoopback) return 'port'
  const host = hostOf(url)
  if (ownNames.test(host) || !/[.:]/.test(host)) return 'host'
  url.hash = ''
  return url
}

/** As it is looked up: without the brackets of IPv6 and the last dot of a name. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
}

const mostKept = 500

/** The first characters of what a server answered, fit to be kept and shown. */
export function cleanAnswer(bytes: Uint8Array): string {
  return new TextDecoder()
    .decode(bytes)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ')
    .trim()
    .slice(0, mostKept)
}
