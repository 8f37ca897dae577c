/** How the plan is carried: who, what, when, at what risk, measured how, paid how. */
import { inSentence, list, paragraphs, sayCount, sayList, sayMoney } from './french.rules.ts'
import type { Writer } from './generation.types.ts'
import { listYears, sumTotals } from './plan-money.rules.ts'

export const writeOrganisation: Writer = ({ template, commune }, actions) => {
  const departments = [...new Set(actions.map(({ department }) => department))].sort((a, b) =>
    a.localeCompare(b, 'fr'),
  )
  return paragraphs(
    template.governance,
    commune.itStaff === null
      ? 'Le nombre d’informaticiens de la commune n’est pas renseigné : il est à vérifier avant l’adoption.'
      : commune.itStaff === 0
        ? 'La commune n’a pas d’informaticien aujourd’hui.'
        : `La commune compte aujourd’hui ${sayCount(commune.itStaff, 'informaticien', 'informaticiens')}.`,
    template.sharing,
    `Chaque action a un service responsable : ${sayList(departments)}.`,
    template.reviews,
  )
}

export const writePortfolio: Writer = ({ envelopes, firstYear }, actions) => {
  const placed = actions.filter(({ startYear }) => startYear !== null)
  const waiting = actions.filter(({ startYear }) => startYear === null)
  const { investment, running } = sumTotals(placed, { firstYear, years: envelopes.length })
  return paragraphs(
    `Le portefeuille compte ${sayCount(placed.length, 'action placée', 'actions placées')} au calendrier, pour ${sayMoney(investment)} d’investissement et ${sayMoney(running)} de fonctionnement sur la période.`,
    'Les coûts sont des ordres de grandeur de l’association pour une commune de cette taille, à confirmer par une consultation avant tout engagement.',
    waiting.length > 0 &&
      `Hors calendrier, faute de place dans les enveloppes : ${sayList(waiting.map(({ title }) => inSentence(title)))}.`,
  )
}

export const writeCalendar: Writer = ({ firstYear, envelopes }, actions) => {
  const years = listYears({ firstYear, years: envelopes.length })
  return paragraphs(
    'Le calendrier place d’abord ce qui est obligatoire, puis ce qui apporte le plus aux axes les plus bas. Aucune action ne commence avant la fin de ce qu’elle demande, et aucune année ne dépasse son enveloppe, fonctionnement des actions déjà en service compris.',
    list(
      years.map((year) => {
        const own = actions.filter(({ startYear }) => startYear === year)
        return own.length > 0
          ? `${year} : ${sayList(own.map(({ title }) => inSentence(title)))}.`
          : `${year} : aucune action nouvelle ; celles qui sont en service continuent.`
      }),
    ),
  )
}

export const writeRisks: Writer = () =>
  'Les risques ci-dessous sont revus à chaque point de suivi : ce qui a changé, ce qui a été fait, ce qui reste. Un risque dont le produit vraisemblance par gravité atteint 12 est porté devant le secrétaire exécutif.'

export const writeDashboard: Writer = ({ template }) =>
  paragraphs(
    'Le tableau de bord suit deux sortes d’indicateurs : le niveau de chaque axe, mesuré par un nouveau diagnostic, et ce que produit chaque action, relevé par son service responsable.',
    template.reviews,
    'Un indicateur sans valeur de départ est relevé avant le début de son action.',
  )

export const writeFinancing: Writer = ({ envelopes, firstYear }, actions) => {
  const placed = actions.filter(({ startYear }) => startYear !== null)
  const { investment, running } = sumTotals(placed, { firstYear, years: envelopes.length })
  const total = envelopes.reduce((sum, one) => sum + one, 0)
  return paragraphs(
    `La commune prévoit ${sayMoney(total)} sur la période ; les actions placées en demandent ${sayMoney(investment + running)}.`,
    'Chaque action porte une source proposée : ressources propres, Fonds d’investissement communal (FIC) ou partenaires. Le conseil communal arrête les sources avec le budget de chaque année ; le fonctionnement reste à la charge de la commune après le plan.',
  )
}
