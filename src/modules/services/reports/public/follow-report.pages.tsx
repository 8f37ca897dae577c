/** Following a report by its code: where it stands, what was answered, its receipt, and saying that it is not mended. */
import { showCode } from '#platform/documents.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { page } from '#platform/web.ts'
import {
  Actions,
  ButtonLink,
  DefinitionList,
  Notice,
  Page,
  Tag,
  Timeline,
} from '#web/components/index.tsx'
import { reasonForm } from '#web/moves/reason-form.tsx'
import { nameCategory } from '../category.facts.ts'
import { reportStatusLabels, reportStatusTones, reportStepLabels } from '../report.labels.ts'
import { contestReport, mayContest } from '../treat-report.actions.ts'
import { type Followed, followPath, loadFollowed } from './load-followed.ts'
import { tellPlace } from './report-table.view.tsx'

const hrefOf = ({ report }: Pick<Followed, 'report'>) =>
  `/signalements/suivi/${showCode(report.code)}`

export const followReportPage = page(followPath, {
  load: loadFollowed,
  allow: everyone,
  view: (followed, { now }) => <FollowReport followed={followed} now={now} />,
})

export const contestReportPage = reasonForm(`${followPath}/contester`, {
  load: loadFollowed,
  allow: everyone,
  back: (followed: Followed) => ({
    href: hrefOf(followed),
    label: followed.report.reference,
  }),
  title: 'Ce n’est pas réglé',
  label: 'Ce qui ne va pas encore',
  hint: 'La mairie le lit et rouvre le signalement.',
  done: 'C’est dit. Le signalement est rouvert.',
  act: ({ report }, reason, context) => contestReport(context, report, reason),
})

interface Props {
  readonly followed: Followed
  readonly now: Date
}

function FollowReport({ followed, now }: Props) {
  const { report, treated, commune, history } = followed
  const { reference, category } = report
  return (
    <Page
      title={nameCategory(category)}
      kicker={`${reference}, ${commune.name}`}
      breadcrumbs={[{ label: 'Signalements', href: '/signalements' }]}
    >
      <p class="tags">
        <Tag tone={reportStatusTones[treated.status]}>{reportStatusLabels[treated.status]}</Tag>
      </p>
      {treated.id !== report.id && (
        <Notice kind="info" title="Regroupé avec un signalement du même problème">
          <p>{t('Vous suivez ici {reference}.', { reference: treated.reference })}</p>
        </Notice>
      )}
      <Answers {...followed} />
      <Facts {...followed} />
      <FollowActs followed={followed} now={now} />
      <h2>{t('Ce qui s’est passé')}</h2>
      <Timeline
        events={history
          .map(({ step, occurredAt }) => ({
            at: occurredAt,
            title: reportStepLabels[step] ?? step,
          }))
          .reverse()}
      />
    </Page>
  )
}

function Answers({ messages }: Followed) {
  return messages.map(({ id, kind, body, writtenAt }) => (
    <Notice
      key={id}
      kind={kind === 'answer' ? 'success' : 'info'}
      title={kind === 'answer' ? 'La mairie répond' : 'Vous avez dit'}
    >
      <p class="prose typed" lang="fr">
        {body}
      </p>
      <p class="meta">{formatDate(writtenAt)}</p>
    </Notice>
  ))
}

function Facts({ report, treated }: Followed) {
  const { code, description, landmark, receivedAt, contactPhone, contactEmail } = report
  const isTold = contactPhone !== null || contactEmail !== null
  return (
    <DefinitionList
      items={[
        { term: 'Code de suivi', value: <b>{showCode(code)}</b> },
        { term: 'Reçu le', value: formatDate(receivedAt) },
        { term: 'Service qui répond', value: <span lang="fr">{treated.department}</span> },
        {
          term: 'Lieu',
          value: <span lang="fr">{[landmark, tellPlace(report)].filter(Boolean).join(', ')}</span>,
        },
        {
          term: 'Ce que vous avez vu',
          value: (
            <span class="typed" lang="fr">
              {description}
            </span>
          ),
        },
        {
          term: 'Nouvelles',
          value: isTold
            ? t('Vous êtes prévenu à chaque étape.')
            : t('Revenez ici avec le code : vous n’avez pas laissé de téléphone ni d’adresse.'),
        },
      ]}
    />
  )
}

function FollowActs({ followed, now }: Props) {
  const { report } = followed
  return (
    <Actions>
      {mayContest(report, now) && (
        <ButtonLink href={`${hrefOf(followed)}/contester`}>Ce n’est pas réglé</ButtonLink>
      )}
      <ButtonLink
        kind="quiet"
        href={`${hrefOf(followed)}/recepisse.pdf`}
        download={`${report.reference}.pdf`}
      >
        Récépissé à imprimer
      </ButtonLink>
      {report.visibility !== 'hidden' && (
        <ButtonLink kind="quiet" href={`/signalements/${report.reference}`}>
          Ce que tout le monde voit
        </ButtonLink>
      )}
    </Actions>
  )
}
