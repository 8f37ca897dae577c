/** A pilot's file, for both sides: where it stands, what each may do now, the notes of its follow-up, its history. */

import type { z } from 'zod'
import { listOrganisationNames, listPersonNames } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { type HistoryLine, listHistory } from '#platform/lifecycle.ts'
import { type Context, form, type Submission, seeOther } from '#platform/web.ts'
import { Form, Notice, Page, Prose, TextArea, Thread } from '#web/components/index.tsx'
import { StepHistory } from '#web/moves/step-history.tsx'
import { writeNote } from './pilot.actions.ts'
import { pilotStepLabels } from './pilot.labels.ts'
import { pilotPolicy } from './pilot.policy.ts'
import { getFullPilot, listNotes, type PilotNote } from './pilot.queries.ts'
import { type FullPilot, type Pilot, WriteNote } from './pilot.schema.ts'
import { PilotActs } from './pilot-acts.view.tsx'
import { PilotBody, PilotTag } from './pilot-body.view.tsx'
import { listGaps } from './pilot-bounds.rules.ts'

interface PilotFile {
  readonly full: FullPilot
  readonly notes: readonly PilotNote[]
  readonly events: readonly HistoryLine[]
  readonly organisations: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
}

/** The note is written on the page itself. */
export const pilotFilePage = form('/espace/experimentations/:pilotId', {
  load: ({ pilotId }: { pilotId: string }, context) => loadFile(pilotId, context),
  allow: (actor, { full }) => pilotPolicy.follow(actor, full.pilot),
  input: WriteNote,
  invalid: (file, submission, { actor }) => <ShowFile {...file} {...submission} actor={actor} />,
  valid: async ({ full }, { body }, context) => {
    await writeNote(context, full.pilot, body)
    return seeOther(`/espace/experimentations/${full.pilot.id}`, 'Note de suivi gardée.')
  },
})

async function loadFile(pilotId: string, { db }: Context): Promise<PilotFile> {
  const full = await getFullPilot(db, pilotId)
  const notes = await listNotes(db, pilotId)
  return {
    full,
    notes,
    events: await listHistory(db, 'collaboration.pilotEvent', { pilotId }),
    organisations: await listOrganisationNames(db, [full.pilot.communeId, full.pilot.startupId]),
    people: await listPersonNames(
      db,
      notes.map(({ authorId }) => authorId),
    ),
  }
}

type Props = PilotFile & Submission<z.infer<typeof WriteNote>> & { readonly actor: Actor }

function ShowFile(props: Props) {
  const { full, notes, events, organisations, actor } = props
  const { pilot } = full
  const isJudging = pilotPolicy.note(actor, pilot)
  return (
    <Page
      title={pilot.title}
      kicker={pilot.reference}
      errors={props.errors}
      breadcrumbs={[
        { label: 'Mon espace', href: '/espace' },
        { label: 'Expérimentations', href: '/espace/experimentations' },
      ]}
    >
      <p class="meta">
        <PilotTag status={pilot.status} />{' '}
        {pilotPolicy.readPublic(actor, pilot) && (
          <a href={`/experimentations/${pilot.reference}`}>{t('Voir la page publique')}</a>
        )}
      </p>
      {pilot.statusReason && (
        <Notice kind="info" title="Motif indiqué">
          <Prose text={pilot.statusReason} />
        </Notice>
      )}
      <Gaps full={full} actor={actor} />
      <PilotActs full={full} actor={actor} />
      <PilotBody full={full} names={organisations} />
      {pilot.status !== 'draft' && <SheetPapers {...pilot} />}
      {pilot.reuseSheet && (
        <section>
          <h2>{t('La fiche de réutilisation')}</h2>
          <Prose text={pilot.reuseSheet} />
        </section>
      )}
      {(isJudging || notes.length > 0) && <Notes {...props} />}
      <StepHistory
        lines={events}
        labels={pilotStepLabels}
        by={({ organisationId }) => organisations.get(organisationId ?? '')}
      />
    </Page>
  )
}

function SheetPapers({ id }: Pilot) {
  return (
    <p>
      {t('La fiche d’expérimentation :')}{' '}
      <a href={`/espace/experimentations/${id}/fiche.pdf`}>{t('PDF à conserver')}</a>{' '}
      <a href={`/espace/experimentations/${id}/fiche.docx`}>{t('Word à signer')}</a>
    </p>
  )
}

function Gaps({ full, actor }: { full: FullPilot; actor: Actor }) {
  const gaps = listGaps(full)
  if (gaps.length === 0 || !pilotPolicy.edit(actor, full.pilot)) return null
  return (
    <Notice kind="info" title="Avant de proposer">
      <ul>
        {gaps.map(({ field, message }) => (
          <li key={field}>
            <a href={`/espace/experimentations/${full.pilot.id}/fiche#field-${field}`}>
              {t(message)}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Notes({ full: { pilot }, notes, organisations, people, values, errors, actor }: Props) {
  return (
    <section>
      <h2>{t('Le suivi')}</h2>
      {notes.length > 0 ? (
        <Thread
          messages={notes.map(({ authorId, authorOrganisationId, body, writtenAt }) => ({
            at: writtenAt,
            author: people.get(authorId) ?? '',
            organisation: organisations.get(authorOrganisationId) ?? '',
            body,
            mine: authorOrganisationId === actor.organisation?.id,
          }))}
        />
      ) : (
        <p class="soft">{t('Aucune note pour l’instant.')}</p>
      )}
      {pilotPolicy.note(actor, pilot) && (
        <Form action={`/espace/experimentations/${pilot.id}`} submit="Garder cette note">
          <TextArea
            name="body"
            label="Note de suivi"
            hint="Ce qui marche, ce qui bloque, ce qui a été convenu. Les deux parties la lisent."
            value={values.body}
            error={errors.body}
            rows={4}
          />
        </Form>
      )}
    </section>
  )
}
