/** One procedure of a commune, before anybody answers it: what it gives, what it asks, what it costs, by when it is answered. */
import { type Commune, getCommuneBySlug, getCommuneIssuer } from '#modules/directory/index.ts'
import { pdfRoute } from '#platform/documents.ts'
import { formatDate, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import { Actions, ButtonLink, DefinitionList, Notice, Page } from '#web/components/index.tsx'
import { FactList } from '../inventory/fact-text.view.tsx'
import { channelLabels } from '../inventory/service.labels.ts'
import type { Sheet } from '../inventory/service.schema.ts'
import { getSheet, listFees } from '../inventory/sheet.queries.ts'
import { type ToldFee, tellFee } from './fee-lines.rules.ts'
import { Costs, Delay, Questions } from './procedure-body.view.tsx'
import { getPublished, type Published } from './published.queries.ts'
import { writePaperForm } from './write-form.paper.ts'

interface Shown {
  readonly commune: Commune
  readonly published: Published
  readonly sheet: Sheet
  readonly fee: ToldFee
}

const procedurePath = '/communes/:slug/demarches/:code'

export const showProcedurePage = page(procedurePath, {
  load: loadProcedure,
  allow: everyone,
  isPublic: true,
  view: (shown) => <ShowProcedure {...shown} />,
})

async function loadProcedure(
  { slug, code }: { slug: string; code: string },
  { db, now }: Context,
): Promise<Shown> {
  const commune = await getCommuneBySlug(db, slug)
  const published = await getPublished(db, commune.id, code)
  const tariffs = await listFees(db, { communeId: commune.id, serviceCode: code })
  return {
    commune,
    published,
    sheet: await getSheet(db, code),
    fee: tellFee(published.definition, tariffs, toDay(now)),
  }
}

/** To fill by hand where there is no screen: the paper of an earlier version says that it was replaced. */
export const paperFormRoute = pdfRoute(`${procedurePath}/formulaire.pdf`, {
  load: loadProcedure,
  allow: everyone,
  write: async ({ published, fee, commune }, { db }) =>
    writePaperForm({ published, fee, issuer: await getCommuneIssuer(db, commune.id) }),
})

function ShowProcedure({ commune, published, sheet, fee }: Shown) {
  const { definition, procedure, publishedAt } = published
  return (
    <Page
      title={definition.title}
      kicker={commune.name}
      lead={definition.summary}
      breadcrumbs={[
        { label: 'Démarches', href: '/demarches' },
        { label: commune.name, href: `/demarches?commune=${commune.slug}` },
      ]}
    >
      <Suspension published={published} />
      <AskLink commune={commune} published={published} />
      <InShort published={published} sheet={sheet} />
      <h2>{t('Ce que cela coûte')}</h2>
      <Costs fee={fee} />
      <h2>{t('En combien de temps')}</h2>
      <Delay timeLimit={definition.timeLimit} />
      <h2>{t('Ce qu’il faut apporter')}</h2>
      <FactList facts={definition.documents} />
      <h2>{t('Ce qui est demandé')}</h2>
      <Questions pages={definition.pages} />
      <h2>{t('Ce qui se passe ensuite')}</h2>
      <ol lang="fr">
        {definition.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <h2>{t('Ce que disent les textes')}</h2>
      <FactList facts={definition.regulations} />
      <p class="meta">
        {t('Version {number}, publiée par la commune le {date}.', {
          number: procedure.revision,
          date: formatDate(publishedAt),
        })}{' '}
        <a href={`/services/${procedure.serviceCode}`}>
          {t('Ce service dans toutes les communes')}
        </a>
      </p>
    </Page>
  )
}

function AskLink({ commune, published: { procedure } }: Pick<Shown, 'commune' | 'published'>) {
  if (procedure.status !== 'open') return null
  return (
    <Actions>
      <ButtonLink href={`/communes/${commune.slug}/demarches/${procedure.serviceCode}/demander`}>
        Faire la demande
      </ButtonLink>
      <ButtonLink
        kind="quiet"
        href={`/communes/${commune.slug}/demarches/${procedure.serviceCode}/formulaire.pdf`}
      >
        Imprimer le formulaire
      </ButtonLink>
    </Actions>
  )
}

function Suspension({ published: { procedure, statusReason } }: { published: Published }) {
  if (procedure.status !== 'suspended') return null
  return (
    <Notice kind="warning" title="Démarche suspendue">
      <p lang="fr">{statusReason}</p>
    </Notice>
  )
}

function InShort({
  published: { procedure, definition },
  sheet: { channels },
}: Pick<Shown, 'published' | 'sheet'>) {
  const { outcome, routing } = definition
  // The sheet says how it is asked for everywhere; what is open here is asked for online too.
  const ways = procedure.status === 'open' ? new Set(['web', ...channels]) : channels
  return (
    <DefinitionList
      items={[
        { term: 'Ce que l’on reçoit', value: <span lang="fr">{outcome}</span> },
        { term: 'Service qui répond', value: <span lang="fr">{routing.department}</span> },
        {
          term: 'Comment demander',
          value: [...ways].map((code) => t(channelLabels[code] ?? code)).join(', '),
        },
      ]}
    />
  )
}
