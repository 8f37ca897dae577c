/** A letter's file: where it stands, what it lacks, what each may do now, the letter itself, its signature and history. */
import { listOrganisationNames, listPersonNames, signAssistance } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, page } from '#platform/web.ts'
import { DefinitionList, Notice, Page, Timeline } from '#web/components/index.tsx'
import { letterStepLabels } from './letter.labels.ts'
import { letterPolicy } from './letter.policy.ts'
import { findDelegation, getFullLetter, listLetters } from './letter.queries.ts'
import type { FullLetter, Letter, LetterDelegation, LetterSignature } from './letter.schema.ts'
import type { LetterStep } from './letter.workflow.ts'
import { LetterActs } from './letter-acts.view.tsx'
import { LetterBody, LetterTag } from './letter-body.view.tsx'
import { type LetterEvent, listLetterEvents } from './letter-events.queries.ts'
import { type Gap, listExcesses, listGaps } from './letter-sums.rules.ts'
import { lettersHome } from './my-letters.page.tsx'

interface LetterFile {
  readonly full: FullLetter
  readonly siblings: readonly Letter[]
  readonly delegation: LetterDelegation | undefined
  readonly events: readonly LetterEvent[]
  readonly organisations: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
}

export const letterFilePage = page('/espace/lettres-de-cadrage/:letterId', {
  load: ({ letterId }, context) => loadFile(letterId, context),
  allow: (actor, { full }) => letterPolicy.read(actor, full.letter),
  view: (file, { actor }) => <ShowFile {...file} actor={actor} />,
})

async function loadFile(letterId: string, { db }: Context): Promise<LetterFile> {
  const full = await getFullLetter(db, letterId)
  const { communeId, year, id } = full.letter
  const events = await listLetterEvents(db, letterId)
  return {
    full,
    events,
    siblings: (await listLetters(db, communeId)).filter(
      (one) => one.year === year && one.id !== id,
    ),
    delegation: await findDelegation(db, communeId),
    organisations: await listOrganisationNames(
      db,
      events.map((event) => event.organisationId).filter((one) => one !== null),
    ),
    people: await listPersonNames(
      db,
      events.map((event) => event.actorId),
    ),
  }
}

function ShowFile(file: LetterFile & { actor: Actor }) {
  const { full, siblings, delegation, actor } = file
  const { letter } = full
  const base = `${lettersHome}/${letter.id}`
  const mayEdit = letterPolicy.edit(actor, letter)
  return (
    <Page
      title={t('Lettre de cadrage du budget {year}', { year: letter.year })}
      kicker={letter.reference}
      breadcrumbs={[
        { label: 'Mon espace', href: '/espace' },
        { label: 'Lettres de cadrage', href: lettersHome },
      ]}
    >
      <p class="meta">
        <LetterTag {...letter} /> {t('projet {number}', { number: letter.number })}{' '}
        {letter.isPublished && t('lignes publiées')}
      </p>
      {letter.statusReason && (
        <Notice kind="warning" title="Motif indiqué">
          <p class="prose">{letter.statusReason}</p>
        </Notice>
      )}
      {mayEdit && <Gaps full={full} base={base} />}
      <LetterActs full={full} delegation={delegation} actor={actor} />
      <Papers base={base} />
      {full.signature && <Signature signature={full.signature} base={base} />}
      <Siblings letter={letter} siblings={siblings} base={base} />
      <p>
        {letter.addressees}{' '}
        {mayEdit && <a href={`${base}/entete`}>{t('Modifier les destinataires')}</a>}
      </p>
      <LetterBody full={full} base={mayEdit ? base : undefined} />
      <History {...file} />
    </Page>
  )
}

function Gaps({ full, base }: { full: FullLetter; base: string }) {
  const gaps: readonly Gap[] = [...listGaps(full), ...listExcesses(full)]
  if (gaps.length === 0) return null
  return (
    <Notice kind="info" title="Avant de soumettre">
      <ul>
        {gaps.map(({ page: path, message }) => (
          <li key={message}>
            <a href={`${base}/${path}`}>{message}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Papers({ base }: { base: string }) {
  return (
    <p>
      {t('La lettre :')} <a href={`${base}/lettre.pdf`}>{t('PDF à conserver')}</a>{' '}
      <a href={`${base}/lettre.docx`}>{t('la même dans Word')}</a>
    </p>
  )
}

const meansLabels = {
  code: 'Code reçu par message',
  passkey: 'Clé d’accès',
  paper: 'Signature manuscrite, document numérisé',
} as const

function Signature({ signature, base }: { signature: LetterSignature; base: string }) {
  const { personName, personRole, signedAt, means, documentSha256 } = signature
  return (
    <section>
      <h2>{t('La signature')}</h2>
      <DefinitionList
        items={[
          { term: 'Signée par', value: [personName, personRole].filter(Boolean).join(', ') },
          { term: 'Le', value: formatDateTime(signedAt) },
          {
            term: 'Moyen',
            value:
              means === 'paper' ? (
                <a href={`${base}/numerisation`}>{t(meansLabels.paper)}</a>
              ) : (
                t(meansLabels[means])
              ),
          },
          {
            term: 'Empreinte du texte (SHA-256)',
            value: <code class="hash">{documentSha256}</code>,
          },
        ]}
      />
    </section>
  )
}

interface SiblingProps {
  readonly letter: Letter
  readonly siblings: readonly Letter[]
  readonly base: string
}

function Siblings({ letter, siblings, base }: SiblingProps) {
  if (siblings.length === 0) return null
  return (
    <section>
      <h2>{t('Les autres projets de {year}', { year: letter.year })}</h2>
      <ul>
        {siblings.map((sibling) => (
          <li key={sibling.id}>
            <a href={`${lettersHome}/${sibling.id}`}>{sibling.reference}</a>{' '}
            <LetterTag {...sibling} />{' '}
            <a href={`${base}/differences?avec=${sibling.id}`}>
              {t('Comparer avec {reference}', { reference: sibling.reference })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function History({ events, organisations, people }: LetterFile) {
  return (
    <>
      <h2>{t('Historique')}</h2>
      <Timeline
        events={events.map(
          ({ step, reason, organisationId, assistanceId, actorId, occurredAt }) => {
            const organisation = organisations.get(organisationId ?? '')
            return {
              at: occurredAt,
              title: letterStepLabels[step as LetterStep],
              by:
                assistanceId && organisation
                  ? signAssistance(people.get(actorId ?? '') ?? '', organisation)
                  : people.get(actorId ?? '') || organisation,
              text: reason ?? undefined,
            }
          },
        )}
      />
    </>
  )
}
