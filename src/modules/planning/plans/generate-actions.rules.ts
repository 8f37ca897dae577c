/** The portfolio of a generated plan: the actions that were selected, placed in the calendar and put in order. */
import { axisLabels } from '../axes.ts'
import { sayCount, sayLevel, sayMoney } from './french.rules.ts'
import type { GeneratedAction, PlanSources } from './generation.types.ts'
import type { LibraryAction } from './library.schema.ts'
import { schedulePlan } from './schedule.rules.ts'
import { levelsOf, type Selected, selectActions, weigh } from './select-actions.rules.ts'

export interface Portfolio {
  readonly actions: readonly GeneratedAction[]
  readonly isExact: boolean
}

export function generatePortfolio(sources: PlanSources): Portfolio {
  const { envelopes } = sources
  const selected = selectActions(sources)
  const codes = new Set(selected.map(({ action }) => action.code))
  const { starts, isExact } = schedulePlan({
    envelopes,
    candidates: selected.map((one) => ({
      id: one.action.code,
      points: one.points,
      isMandatory: isMandatory(one),
      duration: one.action.durationYears,
      investment: one.investment,
      running: one.running,
      needs: one.action.needs,
    })),
  })
  const actions = selected
    .map((one) => describe(one, starts.get(one.action.code) ?? null, codes, sources))
    .toSorted(compareRank)
  return { actions, isExact }
}

/** One action as it would be proposed to this commune, whatever the diagnosis says, outside the calendar. */
export function describeOne(action: LibraryAction, sources: PlanSources): GeneratedAction {
  const { library } = sources
  const codes = new Set(library.map(({ code }) => code))
  return describe(weigh(action, sources), null, codes, sources)
}

const isMandatory = ({ action }: Selected) => action.trigger.kind === 'always'

/** By the year it begins, those without a place last; then mandatory, then what brings most. */
function compareRank(a: GeneratedAction, b: GeneratedAction): number {
  const year = (one: GeneratedAction) => one.startYear ?? Number.MAX_SAFE_INTEGER
  return (
    year(a) - year(b) ||
    Number(b.isMandatory) - Number(a.isMandatory) ||
    b.points - a.points ||
    (a.code < b.code ? -1 : 1)
  )
}

function describe(
  one: Selected,
  start: number | null,
  codes: ReadonlySet<string>,
  sources: PlanSources,
): GeneratedAction {
  const { action, points, investment, running } = one
  const startYear = start === null ? null : sources.firstYear + start
  return {
    ...{ code: action.code, title: action.title, purpose: action.purpose },
    ...{ points, investment, running, startYear },
    reason: explain(one, sources),
    axis: action.axis,
    targetArea: action.targetArea,
    effects: action.effects,
    endYear: startYear === null ? null : startYear + action.durationYears - 1,
    durationYears: action.durationYears,
    fundingSource: chooseFunding(investment),
    mechanism: action.mechanism,
    department: action.department,
    isMandatory: isMandatory(one),
    isPoolable: action.isPoolable,
    domains: [...action.domains],
    prerequisites: listPrerequisites(one, sources),
    needs: action.needs.filter((code) => codes.has(code)),
  }
}

/** What is large goes to the communal investment fund; the rest to the commune's own resources. The commune decides. */
function chooseFunding(investment: number): string {
  return investment >= 5_000_000 ? 'fic' : 'own'
}

function explain({ action }: Selected, { diagnosis, gap, template }: PlanSources): string {
  const { trigger } = action
  if (trigger.kind === 'gap')
    return `L’écart de connexion mesuré touche ${sayCount(gap.unmet, 'site', 'sites')} et demande ${sayMoney(gap.setUpCost)} de mise en place, puis ${sayMoney(gap.yearlyCost)} par an.`
  if (trigger.kind === 'always')
    return `Le modèle « ${template.name} » la demande à toute commune de cette catégorie.`
  const level = levelsOf({ diagnosis }).get(trigger.axis) ?? 0
  const gaps = diagnosis.gaps.filter(({ axis }) => axis === trigger.axis).slice(0, 2)
  return [
    `${axisLabels[trigger.axis]} : niveau ${sayLevel(level)} sur 5, sous le seuil de ${sayLevel(trigger.below)}.`,
    ...gaps.map(({ text }) => text),
  ].join(' ')
}

const connectivityNames: Readonly<Record<string, string>> = {
  '2g': 'la 2G',
  '3g': 'la 3G',
  '4g': 'la 4G',
  fibre: 'la fibre optique',
}
const ranks = ['none', '2g', '3g', '4g', 'fibre']

function listPrerequisites({ action }: Selected, { commune }: PlanSources): string {
  const { minimumConnectivity, minimumItStaff } = action
  const has = (wanted: string) =>
    commune.connectivity !== null && ranks.indexOf(commune.connectivity) >= ranks.indexOf(wanted)
  return [
    minimumConnectivity &&
      `Connexion : au moins ${connectivityNames[minimumConnectivity] ?? minimumConnectivity} (${
        commune.connectivity === null
          ? 'à vérifier'
          : has(minimumConnectivity)
            ? 'la commune l’a'
            : 'la commune ne l’a pas encore'
      }).`,
    minimumItStaff > 0 &&
      `Informaticiens : ${minimumItStaff} au moins (${
        commune.itStaff === null ? 'à vérifier' : `la commune en a ${commune.itStaff}`
      }).`,
  ]
    .filter(Boolean)
    .join(' ')
}
