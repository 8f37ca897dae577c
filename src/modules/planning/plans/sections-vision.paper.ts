/** What the plan wants: why, from where, towards what. */
import { afterDe } from '#platform/elision.rules.ts'
import { axisLabels } from '../axes.ts'
import {
  inSentence,
  list,
  paragraphs,
  sayCount,
  sayLevel,
  sayList,
  sayMoney,
  sayNumber,
} from './french.rules.ts'
import type { GeneratedAction, PlanSources, Writer } from './generation.types.ts'
import type { TargetArea } from './plan.schema.ts'
import { sumTotals } from './plan-money.rules.ts'
import { listAxisTargets } from './plan-target.rules.ts'
import { findUseOf } from './select-actions.rules.ts'

const placedOf = (actions: readonly GeneratedAction[]) =>
  actions.filter(({ startYear }) => startYear !== null)

export const writePrinciples: Writer = ({ commune, template, firstYear, envelopes }) =>
  paragraphs(
    `Ce plan dit ce que la commune ${afterDe(commune.name)} (${sayNumber(commune.population)} habitants) veut faire du numérique de ${firstYear} à ${firstYear + envelopes.length - 1}, dans quel ordre, avec quels moyens et comment elle saura si elle y arrive. ${template.orientation}`,
    'Six principes le guident :',
    list([
      'L’usager d’abord : une action n’entre au plan que si un service rendu s’en trouve mieux.',
      'Personne n’est laissé de côté : ce qui se fait à distance se fait aussi au guichet, avec une aide.',
      'Rien n’est acheté sans que son fonctionnement annuel soit inscrit au budget.',
      'Les données appartiennent à la commune : elle peut les reprendre et changer de fournisseur.',
      'Les données personnelles sont déclarées, protégées et gardées le temps nécessaire.',
      template.code === 'ordinaire'
        ? 'Ce qui peut être partagé avec d’autres communes l’est.'
        : 'Ce qui existe déjà, à l’État ou dans une autre commune, est repris avant d’être refait.',
    ]),
  )

export const writeFindings: Writer = ({ diagnosis, gap, uses }) => {
  const sorted = diagnosis.axes.toSorted((a, b) => b.level - a.level)
  const day = diagnosis.confirmedAt.toISOString().slice(0, 10).split('-').reverse().join('/')
  return paragraphs(
    `Le diagnostic confirmé le ${day} donne à la commune un niveau d’ensemble de ${sayLevel(diagnosis.overall)} sur 5.`,
    list(sorted.map(({ axis, level }) => `${axisLabels[axis]} : ${sayLevel(level)} sur 5`)),
    diagnosis.strengths.length > 0 && 'Ce sur quoi la commune peut s’appuyer :',
    diagnosis.strengths.length > 0 && list(diagnosis.strengths.slice(0, 6).map(({ text }) => text)),
    diagnosis.gaps.length > 0 && 'Ce qui manque le plus :',
    diagnosis.gaps.length > 0 && list(diagnosis.gaps.slice(0, 8).map(({ text }) => text)),
    describeGap(gap),
    uses.length > 0
      ? `Solutions dont la commune a confirmé l’usage : ${sayList(uses.map(({ name }) => name))}.`
      : 'La commune n’a confirmé l’usage d’aucune solution sur Cauri.',
  )
}

function describeGap({ sites, unmet, unknown, setUpCost, yearlyCost }: PlanSources['gap']): string {
  if (sites.length === 0)
    return 'Connexion : aucun site n’est encore décrit ; l’écart n’a pas pu être calculé.'
  const measured = `Connexion : sur ${sayCount(sites.length, 'site décrit', 'sites décrits')}, ${sayCount(unmet, 'n’a pas', 'n’ont pas')} le débit nécessaire`
  const missing = unknown > 0 ? ` et ${sayCount(unknown, 'attend', 'attendent')} une mesure` : ''
  return unmet > 0
    ? `${measured}${missing}. Combler l’écart demande ${sayMoney(setUpCost)} de mise en place, puis ${sayMoney(yearlyCost)} par an (hypothèses à confirmer).`
    : `${measured}${missing}.`
}

export const writeOrientations: Writer = (sources, actions) => {
  const placed = placedOf(actions)
  const targets = listAxisTargets(sources, actions)
    .filter(({ gain }) => gain > 0)
    .toSorted((a, b) => b.gain * (5 - b.level) - a.gain * (5 - a.level))
    .slice(0, sources.template.code === 'ordinaire' ? 4 : 8)
  return paragraphs(
    sources.template.orientation,
    `Le plan retient ${sayCount(targets.length, 'axe', 'axes')}, du plus urgent au moins urgent :`,
    ...targets.map(({ axis, label, level, target }) => {
      const own = placed.filter((action) => action.axis === axis)
      const means =
        own.length > 0
          ? ` La commune va ${sayList(own.map(({ title }) => inSentence(title)))}.`
          : ' Les actions des autres axes y contribuent.'
      return `${label} : de ${sayLevel(level)} à ${sayLevel(target)} sur 5.${means}`
    }),
  )
}

export const writeScenarios: Writer = ({ envelopes, firstYear }, actions) => {
  const plan = { firstYear, years: envelopes.length }
  const say = (kept: readonly GeneratedAction[]) => {
    const { investment, running } = sumTotals(kept, plan)
    return `${sayCount(kept.length, 'action', 'actions')}, ${sayMoney(investment)} d’investissement et ${sayMoney(running)} de fonctionnement sur la période`
  }
  const placed = placedOf(actions)
  const waiting = actions.filter(({ startYear }) => startYear === null)
  return paragraphs(
    'Trois scénarios ont été comparés.',
    list([
      `Le socle : seulement ce que le modèle demande à toute commune de la catégorie. ${say(placed.filter(({ isMandatory }) => isMandatory))}.`,
      `Le scénario retenu : ce que les enveloppes permettent, en commençant par ce qui apporte le plus. ${say(placed)}.`,
      waiting.length > 0
        ? `Le plan complet : avec ${sayCount(waiting.length, 'action', 'actions')} de plus, qui demandent encore ${sayMoney(waiting.reduce((sum, { investment }) => sum + investment, 0))} d’investissement.`
        : 'Le plan complet : les enveloppes permettent déjà toutes les actions appelées par le diagnostic.',
    ]),
  )
}

const areas: readonly (readonly [TargetArea, string])[] = [
  ['applications', 'Applications'],
  ['data', 'Données'],
  ['infrastructure', 'Infrastructures'],
  ['skills', 'Compétences'],
  ['governance', 'Gouvernance'],
]

export const writeTarget: Writer = (sources, actions) => {
  const placed = placedOf(actions)
  const lastYear = sources.firstYear + sources.envelopes.length - 1
  const kept = sources.uses.filter((use) =>
    sources.library.some((action) => findUseOf(action, { uses: [use] })),
  )
  return paragraphs(
    `À la fin de ${lastYear}, le système d’information de la commune aura cette forme.`,
    ...areas.map(([area, label]) => {
      const own = placed.filter(({ targetArea }) => targetArea === area)
      return own.length > 0 && paragraphs(`${label} :`, list(own.map(({ purpose }) => purpose)))
    }),
    kept.length > 0 &&
      `Déjà en service et gardées : ${sayList(kept.map(({ name }) => name))}. Aucune action ne les remplace.`,
  )
}
