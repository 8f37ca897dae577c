/** How the ranking works, with the weights in force: anybody may check it. */
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { page } from '#platform/web.ts'
import { Page, Table } from '#web/components/index.tsx'
import { criteria } from './criteria.rules.ts'
import type { Weights } from './matching.weights.ts'
import { getWeights } from './ranking.queries.ts'

export const explainRankingPage = page('/aide/classement', {
  load: (_, { db, now }) => getWeights(db, now),
  allow: everyone,
  isPublic: true,
  view: (weights) => <ExplainRanking weights={weights} />,
})

function ExplainRanking({ weights }: { weights: Weights }) {
  const total = criteria.reduce((sum, { code }) => sum + weights[code], 0)
  return (
    <Page
      title="Comment le classement est calculé"
      breadcrumbs={[{ label: 'Aide', href: '/aide' }]}
    >
      <p>
        {t(
          'Le classement compare un besoin publié et les solutions vérifiées qui partagent avec lui un domaine ou un service. Les mêmes données donnent toujours le même classement : ni hasard, ni paiement, ni préférence.',
        )}
      </p>
      <h2>{t('Les conditions')}</h2>
      <p>
        {t(
          'Connexion minimale, travail hors ligne, postes, agents informaticiens et lieu d’hébergement sont des conditions. Une condition non remplie est montrée, et la solution vient après toutes celles qui conviennent. Elle n’est jamais cachée. Ce que personne n’a indiqué est dit inconnu.',
        )}
      </p>
      <h2>{t('Les points')}</h2>
      <Table
        caption="Critères et poids en vigueur"
        columns={[
          { key: 'label', label: 'Critère' },
          { key: 'weight', label: 'Poids', numeric: true },
          { key: 'share', label: 'Part', numeric: true },
          { key: 'explanation', label: 'Ce qui est compté' },
        ]}
        rows={criteria.map(({ code, label, explanation }) => ({
          label: t(label),
          weight: String(weights[code]),
          share: `${Math.round((weights[code] / total) * 100)} %`,
          explanation: t(explanation),
        }))}
      />
      <p>
        {t(
          'Le score est la somme des points, ramenée à cent. Un fait inconnu donne la moitié des points de son critère. À score égal, l’ordre est : le nombre d’usages confirmés, puis le nom.',
        )}
      </p>
      <p>
        {t(
          'L’association peut changer les poids ; chaque changement porte une date et un motif, et laisse une trace.',
        )}
      </p>
    </Page>
  )
}
