/** Where to go after signing in: only a path of this site, never an address somebody slipped into a link. */

const longest = 600

export function toLocalPath(wanted: unknown, otherwise = '/espace'): string {
  if (typeof wanted !== 'string' || wanted.length > longest) return otherwise
  if (!/^\/(?![/\\])/.test(wanted) || /[\p{Cc}\\]/u.test(wanted)) return otherwise
  if (!URL.canParse(wanted, 'http://local.invalid')) return otherwise
  const url = new URL(wanted, 'http://local.invalid')
  const path = url.pathname + url.search + url.hash
  // « /.//elsewhere » is a path of this site, and becomes « //elsewhere », which is not.
  return url.host === 'local.invalid' && !path.startsWith('//') ? path : otherwise
}
