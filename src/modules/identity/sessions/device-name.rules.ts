/** A browser and a system by the names people know them by, from what the browser says of itself. */

/** In order: each of these also claims to be those after it. */
const browsers = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const

const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'Mac'],
  ['Linux', 'Linux'],
] as const

/** Such as « Chrome, Android »; null when nothing is recognised. */
export function describeDevice(userAgent: string): string | null {
  const names = [browsers, systems].map((known) => known.find(([mark]) => userAgent.includes(mark)))
  return names.flatMap((name) => (name ? [name[1]] : [])).join(', ') || null
}
