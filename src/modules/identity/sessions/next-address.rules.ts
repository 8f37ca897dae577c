/** Where to go after signing in: only a path of this site, never an address somebody slipped into a link. */
export function toLocalPath(wanted: unknown, otherwise = '/espace'): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])/.test(wanted) || /[\p{Cc}\\]/u.test(wanted))
    return otherwise
  const url = new URL(wanted, 'http://local.invalid')
  return url.host === 'local.invalid' ? url.pathname + url.search + url.hash : otherwise
}
