/** The file for its commune: what is missing, what to do next, the publication facts, and its history. It prints whole. */

import { listOrganisationNames } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { type HistoryLine, listHistory } from '#platform/lifecycle.ts'
import { type Context, page } from '#platform/web.ts'
import { Actions, ButtonLink, DefinitionList, Notice, Page } from '#web/components/index.tsx'
import { StepHistory } from '#web/moves/step-history.tsx'
import { tenderStepLabels } from './tender.labels.ts'
import { tenderPolicy } from './tender.policy.ts'
import { getFullTender } from './tender.queries.ts'
import type { FullTender } from './tender.schema.ts'
import { TenderBody, TenderFollowUp, TenderTag } from './tender-body.view.tsx'
import { listTenderGaps } from './tender-completeness.rules.ts'
import { draftNotice } from './tender-draft.rules.ts'

interface TenderFile {
  readonly full: FullTender
  readonly events: readonly HistoryLine[]
  readonly names: ReadonlyMap<string, string>
}

export const tenderFilePage = page('/espace/marches-formels/:tenderId', {
  load: async ({ tenderId }: { tenderId: string }, { db }: Context): Promise<TenderFile> => {
    const full = await getFullTender(db, tenderId)
    return {
      full,
      events: await listHistory(db, 'collaboration.tenderEvent', { tenderId }),
      names: await listOrganisationNames(db, [full.tender.communeId]),
    }
  },
  allow: (actor, { full }) => tenderPolicy.follow(actor, full.tender),
  view: (file, { actor }) => <ShowFile {...file} actor={actor} />,
})

function ShowFile({ full, events, names, actor }: TenderFile & { actor: Actor }) {
  const { tender } = full
  return (
    <Page
      title={tender.title}
      kicker={tender.reference}
      breadcrumbs={[
        { label: 'Mon espace', href: '/espace' },
        { label: 'Marchés formels', href: '/espace/marches-formels' },
      ]}
    >
      <p class="meta">
        <TenderTag {...tender} />{' '}
        {tenderPolicy.readPublic(actor, tender) && (
          <a href={`/marches-formels/${tender.reference}`}>{t('Voir la page publique')}</a>
        )}
      </p>
      <Gaps full={full} actor={actor} />
      <Acts full={full} actor={actor} />
      <TenderFollowUp tender={tender} />
      <Papers full={full} />
      <TenderBody full={full} />
      <h2>{t('Projet de faits de publication')}</h2>
      <DefinitionList
        items={draftNotice(full, names.get(tender.communeId) ?? '').map(([term, value]) => ({
          term,
          value,
        }))}
      />
      <StepHistory
        lines={events}
        labels={tenderStepLabels}
        by={({ organisationId }) => names.get(organisationId ?? '')}
      />
    </Page>
  )
}

function Gaps({ full, actor }: { full: FullTender; actor: Actor }) {
  const gaps = listTenderGaps(full)
  if (gaps.length === 0 || !tenderPolicy.edit(actor, full.tender)) return null
  return (
    <Notice kind="info" title="Avant de remettre">
      <ul>
        {gaps.map(({ field, message }) => (
          <li key={field}>
            <a href={`/espace/marches-formels/${full.tender.id}/dossier#field-${field}`}>
              {t(message)}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Acts({ full, actor }: { full: FullTender; actor: Actor }) {
  const { tender } = full
  const base = `/espace/marches-formels/${tender.id}`
  const isComplete = listTenderGaps(full).length === 0
  const isDraft = tender.status === 'draft'
  return (
    <Actions>
      {isDraft && isComplete && tenderPolicy.handOver(actor, tender) && (
        <ButtonLink href={`${base}/remettre`}>Enregistrer la remise</ButtonLink>
      )}
      {tenderPolicy.recordResult(actor, tender) && (
        <ButtonLink href={`${base}/resultat`}>Rapporter le résultat</ButtonLink>
      )}
      {tenderPolicy.edit(actor, tender) && (
        <ButtonLink href={`${base}/dossier`} kind={isComplete ? 'quiet' : 'primary'}>
          Compléter le dossier
        </ButtonLink>
      )}
      {isDraft && tenderPolicy.withdraw(actor, tender) && (
        <ButtonLink href={`${base}/retirer`} kind="quiet">
          Retirer
        </ButtonLink>
      )}
    </Actions>
  )
}

function Papers({ full: { tender } }: { full: FullTender }) {
  const base = `/espace/marches-formels/${tender.id}`
  return (
    <ul>
      <li>
        <a href={`${base}/dossier.pdf`}>{t('Le dossier à conserver (PDF)')}</a>
      </li>
      <li>
        <a href={`${base}/dossier.docx`}>{t('Le dossier à travailler (Word)')}</a>
      </li>
      <li>
        <a href={`${base}/dossier.xlsx`}>{t('Lots et critères (tableur)')}</a>
      </li>
    </ul>
  )
}
