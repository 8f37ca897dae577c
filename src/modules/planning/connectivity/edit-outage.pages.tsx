/** Recording an outage of a connection, correcting it, or saying that it ended. */
import type { Actor } from '#platform/actor.ts'
import { toLocalMoment } from '#platform/format.ts'
import { type Context, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  ActionButton,
  Actions,
  choicesOf,
  DateTimeField,
  Form,
  Hidden,
  Page,
  Select,
  TextArea,
} from '#web/components/index.tsx'
import { mayRemoveRecords, mayWriteConnectivity } from './connectivity.policy.ts'
import { changedMeanwhile } from './keep.ts'
import { recordOutage, saveOutage } from './outage.actions.ts'
import { getOutage, type OutageRow } from './outage.queries.ts'
import { outageCauseLabels } from './site.labels.ts'
import { getLink, getSite, type Link } from './site.queries.ts'
import { OutageEdit } from './site-edit.schema.ts'
import { nameLink } from './site-records.view.tsx'

interface Editing {
  readonly link: Link
  readonly siteName: string
  readonly outage: OutageRow | null
}

const pageOfSite = ({ siteId }: Link) => `/espace/connectivite/lieux/${siteId}`

export const recordOutagePage = form('/espace/connectivite/liens/:linkId/coupure', {
  load: async ({ linkId }: { linkId: string }, { db }: Context): Promise<Editing> => {
    const link = await getLink(db, linkId)
    return { link, siteName: (await getSite(db, link.siteId)).name, outage: null }
  },
  allow: (actor, { link }) => mayWriteConnectivity(actor, link),
  input: OutageEdit,
  initial: (_, { now }) => ({ beganAt: toLocalMoment(now) }),
  invalid: (editing, submission, { actor }) => (
    <EditOutage {...editing} {...submission} actor={actor} />
  ),
  valid: async ({ link }, answers, context) => {
    const problems = checkMoments(answers, context.now)
    if (Object.keys(problems).length > 0) return refuse(problems)
    await recordOutage(context, link, answers)
    return seeOther(pageOfSite(link), 'La coupure est notée.')
  },
})

export const editOutagePage = form('/espace/connectivite/coupures/:outageId', {
  load: async ({ outageId }: { outageId: string }, { db }: Context) => {
    const outage = await getOutage(db, outageId)
    const link = await getLink(db, outage.linkId)
    return { link, siteName: (await getSite(db, link.siteId)).name, outage }
  },
  allow: (actor, { outage }) => mayWriteConnectivity(actor, outage),
  input: OutageEdit,
  initial: ({ outage }) => ({
    ...outage,
    beganAt: toLocalMoment(outage.beganAt),
    endedAt: outage.endedAt ? toLocalMoment(outage.endedAt) : '',
  }),
  invalid: (editing, submission, { actor }) => (
    <EditOutage {...editing} {...submission} actor={actor} />
  ),
  valid: async ({ link, outage }, answers, context) => {
    const problems = checkMoments(answers, context.now)
    if (Object.keys(problems).length > 0) return refuse(problems)
    if (!(await saveOutage(context, outage, answers))) return refuse({ form: changedMeanwhile })
    return seeOther(pageOfSite(link), 'La coupure est à jour.')
  },
})

function checkMoments({ beganAt, endedAt }: OutageEdit, now: Date): Record<string, string> {
  return {
    ...(beganAt > now && { beganAt: 'Une coupure commence au plus tard maintenant' }),
    ...(endedAt && endedAt > now && { endedAt: 'Laissez vide tant que la coupure dure' }),
  }
}

type Props = Editing & Submission<OutageEdit> & { readonly actor: Actor }

function EditOutage({ link, siteName, outage, values, errors, actor }: Props) {
  return (
    <Page
      title={outage ? 'La coupure' : 'Noter une coupure'}
      kicker={nameLink(link)}
      errors={errors}
      breadcrumbs={[
        { label: 'Connectivité', href: '/espace/connectivite' },
        { label: siteName, href: pageOfSite(link) },
      ]}
    >
      {outage && <OutageActs outage={outage} actor={actor} />}
      <Form
        submit={outage ? 'Enregistrer' : 'Noter cette coupure'}
        secondary={{ label: 'Annuler', href: pageOfSite(link) }}
      >
        <Hidden
          name="version"
          value={errors.form && outage ? outage.version : (values.version ?? '1')}
        />
        <MomentFields values={values} errors={errors} />
        <Select
          name="cause"
          label="Cause"
          options={choicesOf(outageCauseLabels)}
          value={values.cause}
          error={errors.cause}
        />
        <TextArea
          name="note"
          label="Note"
          hint="Ce qui a été fait, qui a été appelé. Elle n’est pas publiée."
          required={false}
          value={values.note}
          error={errors.note}
          rows={3}
        />
      </Form>
    </Page>
  )
}

function MomentFields({ values, errors }: Submission<OutageEdit>) {
  return (
    <>
      <DateTimeField
        name="beganAt"
        label="Début de la coupure"
        value={values.beganAt}
        error={errors.beganAt}
      />
      <DateTimeField
        name="endedAt"
        label="Fin de la coupure"
        hint="Vide tant qu’elle dure."
        required={false}
        value={values.endedAt}
        error={errors.endedAt}
      />
    </>
  )
}

function OutageActs({ outage, actor }: { outage: OutageRow; actor: Actor }) {
  const base = `/espace/connectivite/coupures/${outage.id}`
  return (
    <Actions>
      {outage.endedAt === null && (
        <ActionButton action={`${base}/terminer`} label="La connexion est revenue" kind="primary" />
      )}
      {mayRemoveRecords(actor, outage) && (
        <ActionButton
          action={`${base}/retirer`}
          label="Retirer cette coupure"
          confirm="Elle ne comptera plus dans la disponibilité."
        />
      )}
    </Actions>
  )
}
