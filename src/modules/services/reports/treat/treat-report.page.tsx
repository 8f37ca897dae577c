/** A report as the town hall treats it: what was told, what everybody reads of it, what may be done now, what was said. */
import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import { formatDateTime, formatPhone } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { fields, form, type Submission, seeOther } from '#platform/web.ts'
import {
  Checkbox,
  DefinitionList,
  Details,
  Form,
  Notice,
  Page,
  Tag,
  TextArea,
  Thread,
  Timeline,
} from '#web/components/index.tsx'
import { nameCategory } from '../category.facts.ts'
import { tellPlace } from '../public/report-table.view.tsx'
import {
  channelLabels,
  reportStatusLabels,
  reportStatusTones,
  reportStepLabels,
  visibilityLabels,
} from '../report.labels.ts'
import { writeToReport } from '../treat-report.actions.ts'
import { loadTreated, may, type Treated, treatHref, treatPath } from './load-treated.ts'
import { ReportActs } from './report-acts.view.tsx'

const Message = z.object({
  body: fields.text({ max: 2000, missing: 'Écrivez votre réponse' }),
  isNote: fields.checkbox(),
})

export const treatReportPage = form(treatPath, {
  load: loadTreated,
  allow: may('read'),
  input: Message,
  invalid: (treated, submission, { actor }) => (
    <TreatReport {...treated} {...submission} actor={actor} />
  ),
  valid: async ({ report }, { body, isNote }, context) => {
    await writeToReport(context, report, isNote ? 'note' : 'answer', body)
    return seeOther(
      `${treatHref({ report })}#messages`,
      isNote ? 'La note est gardée.' : 'La réponse est publiée.',
    )
  },
})

type Props = Treated & Submission<z.infer<typeof Message>> & { readonly actor: Actor }

function TreatReport(props: Props) {
  const { report, history, names, errors, actor } = props
  return (
    <Page
      title={nameCategory(report.category)}
      kicker={report.reference}
      errors={errors}
      breadcrumbs={[{ label: 'Signalements', href: '/espace/signalements' }]}
    >
      <p class="tags">
        <Tag tone={reportStatusTones[report.status]}>{reportStatusLabels[report.status]}</Tag>
        <Tag tone={report.visibility === 'waiting' ? 'warning' : 'neutral'}>
          {visibilityLabels[report.visibility]}
        </Tag>
      </p>
      <Together {...props} />
      <p class="prose typed" lang="fr">
        {report.description}
      </p>
      <ReportActs treated={props} actor={actor} />
      <Facts {...props} />
      <Conversation {...props} />
      <Details summary="Historique">
        <Timeline
          events={history
            .map(({ step, occurredAt, actorId }) => ({
              at: occurredAt,
              title: reportStepLabels[step] ?? step,
              by: actorId && (names.get(actorId) ?? null),
            }))
            .reverse()}
        />
      </Details>
    </Page>
  )
}

/** What it was merged into, what was merged into it, what may have to be. */
function Together({ report, target, merged, similar }: Props) {
  return (
    <>
      {target && (
        <Notice kind="info" title="Regroupé avec un signalement du même problème">
          <p>
            <a href={`/espace/signalements/${target.id}`}>{target.reference}</a>
          </p>
        </Notice>
      )}
      {merged.length > 0 && <Links title="Regroupés avec celui-ci" lines={merged} />}
      {similar.length > 0 && <Links title="Peut-être le même problème" lines={similar} warns />}
      {report.visibility === 'hidden' && (
        <Notice kind="warning" title="Retiré du public">
          <p lang="fr">{report.visibilityReason}</p>
        </Notice>
      )}
    </>
  )
}

interface LinksProps {
  readonly title: string
  readonly lines: readonly { readonly id: string; readonly reference: string }[]
  readonly warns?: boolean
}

function Links({ title, lines, warns = false }: LinksProps) {
  return (
    <Notice kind={warns ? 'warning' : 'info'} title={title}>
      <ul>
        {lines.map(({ id, reference }) => (
          <li key={id}>
            <a href={`/espace/signalements/${id}`}>{reference}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Facts({ report, hasPhoto, names }: Props) {
  const { latitude, longitude, assigneeId, contactPhone, contactEmail } = report
  const place = [report.landmark, tellPlace(report)].filter(Boolean).join(', ')
  const reach = [contactPhone && formatPhone(contactPhone), contactEmail].filter(Boolean)
  return (
    <DefinitionList
      items={[
        { term: 'Reçu le', value: formatDateTime(report.receivedAt) },
        { term: 'Par', value: t(channelLabels[report.channel] ?? report.channel) },
        { term: 'Lieu', value: <span lang="fr">{place}</span> },
        {
          term: 'Position',
          value:
            latitude !== null && longitude !== null ? (
              <a href={`geo:${latitude},${longitude}`}>{`${latitude}, ${longitude}`}</a>
            ) : null,
        },
        {
          term: 'Photo',
          value: hasPhoto && <a href={`${treatHref({ report })}/photo`}>{t('Voir la photo')}</a>,
        },
        { term: 'Pour joindre qui l’a signalé', value: reach.join(', ') },
        { term: 'Moi aussi', value: String(report.supports) },
        { term: 'Service', value: <span lang="fr">{report.department}</span> },
        { term: 'En charge', value: assigneeId ? names.get(assigneeId) : t('Personne') },
      ]}
    />
  )
}

const messageKinds = {
  answer: 'réponse publique',
  note: 'note interne',
  objection: 'qui a signalé',
} as const

function Conversation({ report, messages, names, commune, values, errors }: Props) {
  return (
    <section id="messages">
      <h2>{t('Réponses et notes')}</h2>
      {messages.length === 0 ? (
        <p class="soft">{t('Aucune pour l’instant.')}</p>
      ) : (
        <Thread
          messages={messages.map(({ kind, authorId, body, writtenAt }) => ({
            ...{ at: writtenAt, body, mine: kind !== 'objection' },
            author: (authorId && names.get(authorId)) || commune.name,
            organisation: t(messageKinds[kind]),
          }))}
        />
      )}
      <Form action={treatHref({ report })} submit="Enregistrer">
        <TextArea
          name="body"
          label="Répondre à tous"
          hint="Tout le monde le lit, et qui a signalé est prévenu."
          value={values.body}
          error={errors.body}
          rows={4}
        />
        <Checkbox
          name="isNote"
          label="Note interne : seule la mairie la lit"
          value={values.isNote}
        />
      </Form>
    </section>
  )
}
