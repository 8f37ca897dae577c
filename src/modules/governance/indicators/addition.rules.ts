/** What each indicator reads of the facts on a day. Pure. */
import { isDigital } from '#modules/services/index.ts'
import { addYearsTo, countDays } from '#platform/days.rules.ts'
import type { IndicatorFacts } from './indicator.facts.ts'
import type { IndicatorCode } from './indicator.lists.ts'
import type { Addition } from './indicator.types.ts'

interface Period {
  readonly from: string
  readonly until: string | null
}

const lasts = (day: string) => (period: Period) =>
  period.from <= day && (period.until === null || period.until > day)

/** The twelve months that end with this day. */
const isRecent = (day: string, happened: string | null): happened is string =>
  happened !== null && happened <= day && happened > addYearsTo(day, -1)

const yearOf = (day: string) => Number(day.slice(0, 4))

type Read = (facts: IndicatorFacts, day: string) => Addition[]

const readLevels: Read = ({ levels }, day) =>
  levels
    .filter((period) => lasts(day)(period) && period.level !== 'notOffered')
    .map(({ communeId, level, services }) => ({
      communeId,
      part: isDigital(level) ? services : 0,
      whole: services,
    }))

const readMaturity: Read = ({ maturity }, day) =>
  maturity.filter(lasts(day)).map(({ communeId, overall }) => ({
    communeId,
    part: overall,
    whole: 1,
  }))

/** From the first plan on, a commune that none covers counts as one. */
const readCoverage: Read = ({ coverage, places }, day) => {
  if (!coverage.some(({ from }) => from <= day)) return []
  const covered = new Set(coverage.filter(lasts(day)).map(({ communeId }) => communeId))
  return [...places.keys()].map((communeId) => ({
    communeId,
    part: covered.has(communeId) ? 1 : 0,
    whole: 1,
  }))
}

const readConnectivity: Read = ({ connectivity }) =>
  connectivity.map(({ communeId, met, unmet }) => ({ communeId, part: met, whole: met + unmet }))

const readVoted: Read = ({ voted }, day) =>
  voted
    .filter((vote) => vote.year === yearOf(day) && lasts(day)(vote))
    .flatMap(({ communeId, digital, whole }) =>
      whole === null ? [] : [{ communeId, part: digital, whole }],
    )

/** Of the budgets that a situation was recorded of: without one, nothing is known to be paid. */
const readPaid: Read = ({ voted, paid }, day) => {
  const known = new Map<string, number>()
  for (const one of paid)
    if (one.year === yearOf(day) && one.day <= day)
      known.set(one.communeId, (known.get(one.communeId) ?? 0) + one.paid)
  return voted
    .filter((vote) => vote.year === yearOf(day) && lasts(day)(vote))
    .flatMap(({ communeId, digital }) => {
      const part = known.get(communeId)
      return part === undefined ? [] : [{ communeId, part, whole: digital }]
    })
}

/** From the first need on, a commune that published none counts for none. */
const readPublished: Read = ({ needs, places }, day) => {
  if (!needs.some(({ publishedOn }) => publishedOn <= day)) return []
  const counts = new Map<string, number>()
  for (const { communeId, publishedOn } of needs)
    if (isRecent(day, publishedOn)) counts.set(communeId, (counts.get(communeId) ?? 0) + 1)
  return [...places.keys()].map((communeId) => ({
    communeId,
    part: counts.get(communeId) ?? 0,
    whole: 1,
  }))
}

const readMet: Read = ({ needs }, day) =>
  needs
    .filter(({ publishedOn }) => publishedOn <= day)
    .map(({ communeId, metOn }) => ({
      communeId,
      part: metOn !== null && metOn <= day ? 1 : 0,
      whole: 1,
    }))

/** Of what came before its need was published, nothing can be told. */
function readDelay(end: 'contactedOn' | 'agreedOn' | 'servedOn'): Read {
  return ({ needs }, day) =>
    needs.flatMap(({ communeId, publishedOn, [end]: endedOn }) =>
      isRecent(day, endedOn) && endedOn >= publishedOn
        ? [{ communeId, part: countDays(publishedOn, endedOn), whole: 1 }]
        : [],
    )
}

const readOffers: Read = ({ calls }, day) =>
  calls
    .filter(({ closedOn }) => isRecent(day, closedOn))
    .map(({ communeId, offers }) => ({ communeId, part: offers, whole: 1 }))

type Signed = IndicatorFacts['signed'][number]

function readSigned(counts: (signed: Signed, facts: IndicatorFacts) => boolean): Read {
  return (facts, day) =>
    facts.signed
      .filter((signed) => isRecent(day, signed.day))
      .map((signed) => ({
        communeId: signed.communeId,
        part: counts(signed, facts) ? signed.amount : 0,
        whole: signed.amount,
      }))
}

function hadLabel({ startupId, day }: Signed, { standings }: IndicatorFacts): boolean {
  const { labelIssuedOn, labelExpiresOn } = standings.get(startupId) ?? {}
  return Boolean(labelIssuedOn && labelIssuedOn <= day && labelExpiresOn && labelExpiresOn >= day)
}

function isNeighbour(
  { startupId, communeId }: Signed,
  { standings, places }: IndicatorFacts,
): boolean {
  const seat = standings.get(startupId)?.departmentCode
  return Boolean(seat) && seat === places.get(communeId)?.departmentCode
}

const readRecommendations: Read = ({ recommendations }, day) =>
  recommendations
    .filter(
      (period) =>
        lasts(day)(period) && period.status !== 'proposed' && period.status !== 'withdrawn',
    )
    .map(({ status }) => ({ communeId: null, part: status === 'done' ? 1 : 0, whole: 1 }))

export const additions: Readonly<Record<IndicatorCode, Read>> = {
  'services-en-ligne': readLevels,
  maturite: readMaturity,
  'schemas-directeurs': readCoverage,
  connexion: readConnectivity,
  'budget-vote': readVoted,
  'budget-execute': readPaid,
  'besoins-publies': readPublished,
  'besoins-satisfaits': readMet,
  'delai-contact': readDelay('contactedOn'),
  'delai-convention': readDelay('agreedOn'),
  'delai-service': readDelay('servedOn'),
  'offres-par-appel': readOffers,
  'startups-labellisees': readSigned(hadLabel),
  'startups-locales': readSigned(isNeighbour),
  recommandations: readRecommendations,
}

/** The day of the first fact that carries one; undefined while nothing happened. */
export function findFirstDay(facts: IndicatorFacts): string | undefined {
  const { levels, maturity, coverage, voted, needs, calls, signed, recommendations } = facts
  const days = [
    ...[levels, maturity, coverage, voted, recommendations].flatMap((list) =>
      list.map(({ from }) => from),
    ),
    ...needs.map(({ publishedOn }) => publishedOn),
    ...calls.map(({ closedOn }) => closedOn),
    ...signed.map(({ day }) => day),
  ]
  return days.reduce<string | undefined>(
    (first, day) => (first === undefined || day < first ? day : first),
    undefined,
  )
}
