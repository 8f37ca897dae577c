/** The plans in force, for everybody, and what each template is made of. */
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { page } from '#platform/web.ts'
import { DefinitionList, EmptyState, Page, Table } from '#web/components/index.tsx'
import { listPlansInForce, type PlanLine } from './plan.queries.ts'
import { sectionTitles } from './section.facts.ts'
import { planTemplates, planTemplatesSource } from './template.facts.ts'

interface Listing {
  readonly plans: readonly PlanLine[]
}

export const listPlansPage = page('/schemas-directeurs', {
  load: async (_, { db }): Promise<Listing> => ({ plans: await listPlansInForce(db) }),
  allow: everyone,
  isPublic: true,
  view: (listing) => <PlanList {...listing} />,
})

function PlanList({ plans }: Listing) {
  return (
    <Page
      title="Les schémas directeurs"
      lead="Ce que chaque commune veut faire du numérique, dans quel ordre et avec quels moyens : adopté par son conseil, revu chaque année."
    >
      {plans.length === 0 ? (
        <EmptyState title="Aucun schéma directeur en vigueur">
          <p>{t('Un plan devient public quand le conseil communal l’a adopté.')}</p>
        </EmptyState>
      ) : (
        <Table
          caption="Les plans en vigueur"
          columns={[
            { key: 'commune', label: 'Commune' },
            { key: 'title', label: 'Schéma directeur' },
            { key: 'years', label: 'Période' },
            { key: 'done', label: 'Actions faites' },
          ]}
          rows={plans.map((plan) => ({
            commune: plan.communeName,
            title: <a href={`/communes/${plan.communeSlug}/plan`}>{plan.title}</a>,
            years: `${plan.firstYear}–${plan.firstYear + plan.years - 1}`,
            done: t('{done} sur {all}', { done: plan.done, all: plan.placed }),
          }))}
        />
      )}
      <h2>{t('Un modèle par catégorie de commune')}</h2>
      <Templates />
      <p class="meta">{planTemplatesSource}</p>
      <p>
        <a href="/schemas-directeurs/actions">{t('La bibliothèque d’actions')}</a>{' '}
        <a href="/schemas-directeurs/calendrier">{t('Comment le calendrier est calculé')}</a>
      </p>
    </Page>
  )
}

function Templates() {
  return (
    <>
      {planTemplates.map(({ code, name, summary, years, governance, sharing, sections }) => (
        <section key={code}>
          <h3>{t(name)}</h3>
          <p>{t(summary)}</p>
          <DefinitionList
            items={[
              { term: 'Durée', value: t('{years} ans', { years }) },
              { term: 'Qui le porte', value: t(governance) },
              { term: 'Ce qui se partage', value: t(sharing) },
              { term: 'Parties', value: sections.map((key) => t(sectionTitles[key])).join(', ') },
            ]}
          />
        </section>
      ))}
    </>
  )
}
