/** A need's file for its commune: where it stands, what is missing, what the wording check points at, and what to do next. */
import { listOrganisationNames, listPersonNames, signAssistance } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import type { Context } from '#platform/web.ts'
import { page } from '#platform/web.ts'
import { listSteps } from '#platform/workflow.ts'
import {
  ActionButton,
  Actions,
  ButtonLink,
  Notice,
  Page,
  Steps,
  Tag,
  Timeline,
} from '#web/components/index.tsx'
import { type ContactLine, listContactsOfNeed } from '../contacts/contact.queries.ts'
import { ContactList } from '../contacts/contact-list.view.tsx'
import { BornOfAction, findOrigin, type Origin } from './born-of-action.view.tsx'
import { needStatusLabels, needStepLabels, sectionLabels } from './need.labels.ts'
import { needPolicy } from './need.policy.ts'
import { getNeed, listNeedEvents, type NeedEvent } from './need.queries.ts'
import { type Need, needSections } from './need.schema.ts'
import { type NeedStep, needWorkflow } from './need.workflow.ts'
import { listMissing, type MissingAnswer } from './need-completeness.rules.ts'
import { NeedBody, SheetLinks } from './show-need.page.tsx'
import { listWordingWarnings } from './wording.queries.ts'
import type { WordingWarning } from './wording.rules.ts'
import { WordingWarnings } from './wording-warnings.view.tsx'

interface NeedFile {
  readonly need: Need
  readonly origin: Origin | undefined
  readonly missing: readonly MissingAnswer[]
  readonly warnings: readonly WordingWarning[]
  readonly events: readonly NeedEvent[]
  readonly contacts: readonly ContactLine[]
  readonly names: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
}

export const needFilePage = page('/espace/besoins/:needId', {
  load: ({ needId }, context) => loadFile(needId, context),
  allow: (actor, { need }) => needPolicy.rank(actor, need),
  view: (file, { actor }) => <NeedFileView {...file} actor={actor} />,
})

async function loadFile(needId: string, { db }: Context): Promise<NeedFile> {
  const need = await getNeed(db, needId)
  const events = await listNeedEvents(db, needId)
  const contacts = await listContactsOfNeed(db, needId, need.communeId)
  const organisationIds = [
    ...events.map((event) => event.organisationId),
    ...contacts.map((contact) => contact.startupId),
  ]
  return {
    need,
    origin: await findOrigin(db, need),
    events,
    contacts,
    missing: listMissing(need),
    warnings: await listWordingWarnings(db, need),
    names: await listOrganisationNames(
      db,
      organisationIds.filter((id) => id !== null),
    ),
    people: await listPersonNames(
      db,
      events.map((event) => event.actorId),
    ),
  }
}

function NeedFileView({
  need,
  origin,
  missing,
  warnings,
  events,
  contacts,
  names,
  people,
  actor,
}: NeedFile & { actor: Actor }) {
  const status = needStatusLabels[need.status]
  return (
    <Page
      title={need.title || t('Besoin sans titre')}
      breadcrumbs={[
        { label: 'Mon espace', href: '/espace' },
        { label: 'Besoins', href: '/espace/besoins' },
      ]}
    >
      <p class="meta">
        <Tag tone={status.tone}>{t(status.label)}</Tag> {need.reference}
      </p>
      <BornOfAction origin={origin} />
      {need.statusReason && need.status !== 'published' && (
        <Notice kind="warning" title="Motif indiqué">
          <p>{need.statusReason}</p>
        </Notice>
      )}
      <Progress need={need} missing={missing} actor={actor} />
      <WordingWarnings need={need} warnings={warnings} mayEdit={needPolicy.edit(actor, need)} />
      <NextSteps need={need} actor={actor} isComplete={missing.length === 0} />
      {contacts.length > 0 && (
        <section>
          <h2>{t('Mises en relation')}</h2>
          <ContactList contacts={contacts} names={names} side="commune" />
        </section>
      )}
      <NeedBody need={need} />
      <SheetLinks href={`/espace/besoins/${need.id}`} />
      <h2>{t('Historique')}</h2>
      <Timeline events={events.map((event) => toTimelineEvent(event, names, people))} />
    </Page>
  )
}

function toTimelineEvent(
  event: NeedEvent,
  names: ReadonlyMap<string, string>,
  people: ReadonlyMap<string, string>,
) {
  const organisation = names.get(event.organisationId ?? '')
  return {
    at: event.occurredAt,
    title: needStepLabels[event.step as NeedStep] ?? event.step,
    by:
      event.assistanceId && organisation
        ? signAssistance(people.get(event.actorId ?? '') ?? '', organisation)
        : organisation,
    text: event.reason ?? undefined,
  }
}

function Progress({
  need,
  missing,
  actor,
}: {
  need: Need
  missing: readonly MissingAnswer[]
  actor: Actor
}) {
  if (!needPolicy.edit(actor, need)) return null
  const steps = needSections.map((section) => ({
    label: sectionLabels[section],
    href: `/espace/besoins/${need.id}/etapes/${section}`,
    state: missing.some((answer) => answer.section === section)
      ? ('todo' as const)
      : ('done' as const),
  }))
  return (
    <section>
      <h2>{t('Les étapes')}</h2>
      <Steps steps={steps} />
      {missing.length > 0 && (
        <Notice kind="info" title="Avant de soumettre">
          <ul>
            {missing.map((answer) => (
              <li key={answer.field}>
                <a
                  href={`/espace/besoins/${need.id}/etapes/${answer.section}#field-${answer.field}`}
                >
                  {t(answer.message)}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  )
}

/** The pages that ask for a reason before a step. */
const reasonPages: Partial<Record<NeedStep, { path: string; label: string }>> = {
  sendBack: { path: 'renvoyer', label: 'Renvoyer pour correction' },
  takeBack: { path: 'retirer', label: 'Retirer pour corriger' },
  meet: { path: 'satisfait', label: 'Déclarer satisfait' },
  withdraw: { path: 'abandonner', label: 'Abandonner' },
}

function NextSteps({ need, actor, isComplete }: { need: Need; actor: Actor; isComplete: boolean }) {
  const may = (step: NeedStep) =>
    listSteps(needWorkflow, need.status).includes(step) && needPolicy[step](actor, need)
  const base = `/espace/besoins/${need.id}`
  return (
    <Actions>
      {may('submit') && isComplete && (
        <ActionButton action={`${base}/soumettre`} label="Soumettre à l’approbation" />
      )}
      {may('publish') && <ActionButton action={`${base}/publier`} label="Approuver et publier" />}
      {may('reopen') && <ActionButton action={`${base}/rouvrir`} label="Rouvrir" kind="quiet" />}
      {need.status === 'published' && (
        <ButtonLink href={`${base}/solutions`}>Voir les solutions classées</ButtonLink>
      )}
      {needPolicy.contact(actor, need) && (
        <ButtonLink href={`${base}/mecanisme`} kind="quiet">
          Choisir comment continuer
        </ButtonLink>
      )}
      {(Object.keys(reasonPages) as NeedStep[]).filter(may).map((step) => (
        <ButtonLink key={step} href={`${base}/${reasonPages[step]?.path}`} kind="quiet">
          {reasonPages[step]?.label ?? ''}
        </ButtonLink>
      ))}
    </Actions>
  )
}
