/** A file handed over, as everybody reads it: what was asked, where the procedure is, what came of it. */
import { getCommune } from '#modules/directory/index.ts'
import { t } from '#platform/i18n.ts'
import { page } from '#platform/web.ts'
import { Page } from '#web/components/index.tsx'
import { tenderPolicy } from './tender.policy.ts'
import { getFullTenderByReference } from './tender.queries.ts'
import type { FullTender } from './tender.schema.ts'
import { TenderBody, TenderFollowUp, TenderTag } from './tender-body.view.tsx'

interface Shown {
  readonly full: FullTender
  readonly communeName: string
  readonly communeSlug: string
}

export const showTenderPage = page('/marches-formels/:ref', {
  load: async ({ ref }: { ref: string }, { db }): Promise<Shown> => {
    const full = await getFullTenderByReference(db, ref)
    const { name, slug } = await getCommune(db, full.tender.communeId)
    return { full, communeName: name, communeSlug: slug }
  },
  allow: (actor, { full }) => tenderPolicy.readPublic(actor, full.tender),
  isPublic: true,
  view: (shown) => <ShowTender {...shown} />,
})

function ShowTender({ full, communeName, communeSlug }: Shown) {
  const { tender } = full
  return (
    <Page
      title={tender.title}
      kicker={tender.reference}
      breadcrumbs={[{ label: 'Marchés formels', href: '/marches-formels' }]}
    >
      <p class="meta">
        <TenderTag {...tender} />{' '}
        <a href={`/communes/${communeSlug}`}>{t('Commune de {name}', { name: communeName })}</a>
      </p>
      <TenderFollowUp tender={tender} />
      <TenderBody full={full} />
      <p>
        <a href={`/besoins/${tender.needReference}`}>{t('Le besoin de départ')}</a>
      </p>
      <p>
        <a href={`/marches-formels/${tender.reference}/dossier.pdf`}>{t('Le dossier (PDF)')}</a>
      </p>
    </Page>
  )
}
