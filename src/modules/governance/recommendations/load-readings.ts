/** Reads every figure once, whatever the number of recommendations that use it. */
import { countAdherents, countPublishedCalls } from '#modules/collaboration/index.ts'
import { countEntries } from '#modules/directory/index.ts'
import { loadOverview } from '#modules/planning/index.ts'
import { toDay } from '#platform/format.ts'
import type { Context } from '#platform/web.ts'
import type { Readings } from './measure.rules.ts'

export async function loadReadings({ db, now }: Pick<Context, 'db' | 'now'>): Promise<Readings> {
  const thisYear = Number(toDay(now).slice(0, 4))
  const overview = await loadOverview(db, { department: null, category: null }, thisYear)
  const { communes, plans, sites, letters, computedAt } = overview
  const covered = sum(plans.map((one) => one.covered))
  const met = sum(sites.map((one) => one.met))
  const known = met + sum(sites.map((one) => one.unmet))
  const withLines = letters.at(-1)?.withLines ?? 0
  const adherents = await countAdherents(db)
  return {
    frameworkCommunes: { value: adherents.communes, total: communes, countedAt: now },
    verifiedSolutions: { value: await countEntries(db), total: null, countedAt: now },
    publishedCalls: { value: await countPublishedCalls(db), total: null, countedAt: now },
    connectedSites: { value: met, total: known, countedAt: computedAt },
    coveringPlans: { value: covered, total: communes, countedAt: computedAt },
    lettersWithLines: { value: withLines, total: communes, countedAt: computedAt },
  }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
