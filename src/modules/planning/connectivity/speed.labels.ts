/** Speeds, shares and delays as people read them. */
import { formatDecimal, formatNumber } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'

/** « 640 kbit/s », « 8,5 Mbit/s ». */
export function formatSpeed(kbps: number): string {
  if (kbps < 1000) return t('{speed} kbit/s', { speed: formatNumber(kbps) })
  const mbps = kbps / 1000
  const figure =
    mbps >= 100 || Number.isInteger(mbps) ? formatNumber(Math.round(mbps)) : formatDecimal(mbps)
  return t('{speed} Mbit/s', { speed: figure })
}

export function formatPercent(share: number): string {
  const figure = Number.isInteger(share) ? formatNumber(share) : formatDecimal(share)
  return `${figure}\u00a0%`
}

export function formatLatency(ms: number): string {
  return t('{ms} ms', { ms: formatNumber(ms) })
}
