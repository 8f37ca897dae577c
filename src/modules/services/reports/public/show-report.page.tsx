/** One report as everybody reads it: what, roughly where, in what state, what the town hall answered; and « me too ». */
import { z } from 'zod'
import { type Commune, getCommune } from '#modules/directory/index.ts'
import { asSystem } from '#platform/database.ts'
import { NotFound } from '#platform/errors.ts'
import { describeFile } from '#platform/files/file-headers.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { action, type Context, endpoint, page, refuse, seeOther } from '#platform/web.ts'
import { ActionButton, Actions, DefinitionList, Notice, Page, Tag } from '#web/components/index.tsx'
import { nameCategory } from '../category.facts.ts'
import { findPhoto } from '../photo/keep-photo.ts'
import { getPublicReport, type PublicLine } from '../public-report.queries.ts'
import { reportStatusLabels, reportStatusTones } from '../report.labels.ts'
import { isOpen } from '../report.workflow.ts'
import { ReportMap } from '../report-map.view.tsx'
import { supportReport } from '../support-report.actions.ts'
import { tellPlace } from './report-table.view.tsx'

interface Shown {
  readonly report: PublicLine
  readonly commune: Commune
}

const path = '/signalements/:reference'
const hrefOf = ({ report }: Shown) => `/signalements/${report.reference}`

async function load(
  { reference }: { reference: string },
  { db }: Pick<Context, 'db'>,
): Promise<Shown> {
  const report = await getPublicReport(db, reference)
  return { report, commune: await getCommune(db, report.communeId) }
}

export const showReportPage = page(path, {
  load,
  allow: everyone,
  view: (shown) => <ShowReport {...shown} />,
})

export const supportReportAction = action(`${path}/soutenir`, {
  load,
  allow: everyone,
  input: z.object({}),
  limit: { points: 20, seconds: 3600 },
  back: hrefOf,
  act: async (shown, _, context) => {
    const { reportId, status } = shown.report
    if (!isOpen(status)) return refuse({ form: 'La mairie en a fini avec ce signalement.' })
    const outcome = await supportReport(context, reportId)
    if (outcome === 'tooMany')
      return refuse({
        form: 'Trop de « moi aussi » viennent du même endroit aujourd’hui. Revenez demain.',
      })
    return seeOther(
      hrefOf(shown),
      outcome === 'known' ? 'Vous l’aviez déjà dit.' : 'C’est compté. Merci.',
    )
  },
})

export const publicPhotoEndpoint = endpoint(`${path}/photo`, {
  load: async ({ reference }: { reference: string }, context: Context) => {
    const { reportId, hasPhoto } = await getPublicReport(context.db, reference)
    if (!hasPhoto) throw new NotFound()
    const photo = await asSystem(context, (db) => findPhoto(db, reportId))
    if (!photo) throw new NotFound()
    return { ...photo, name: `${reference}.${photo.mediaType.replace('image/', '')}` }
  },
  allow: everyone,
  reply: async (photo, { platform }) => ({
    // It may be taken out of the public at any moment.
    headers: { ...describeFile(photo), 'cache-control': 'no-cache' },
    body: await platform.files.open(photo.sha256),
  }),
})

function ShowReport(shown: Shown) {
  const { report, commune } = shown
  const { reference, category, status, supports, hasPhoto } = report
  return (
    <Page
      title={nameCategory(category)}
      kicker={`${reference}, ${commune.name}`}
      breadcrumbs={[
        { label: 'Signalements', href: '/signalements' },
        { label: commune.name, href: `/communes/${commune.slug}/signalements` },
      ]}
    >
      <p class="tags">
        <Tag tone={reportStatusTones[status]}>{reportStatusLabels[status]}</Tag>
      </p>
      <Merged {...report} />
      <Words {...report} />
      {hasPhoto && (
        <p>
          <a href={`/signalements/${reference}/photo`}>{t('Voir la photo')}</a>
        </p>
      )}
      <DefinitionList
        items={[
          { term: 'Lieu', value: <span lang="fr">{tellPlace(report)}</span> },
          { term: 'Reçu le', value: formatDate(report.receivedAt) },
          { term: 'Moi aussi', value: String(supports) },
          ...(report.closedAt ? [{ term: 'Fini le', value: formatDate(report.closedAt) }] : []),
        ]}
      />
      {isOpen(status) && (
        <Actions>
          <ActionButton kind="primary" action={`${hrefOf(shown)}/soutenir`} label="Moi aussi" />
        </Actions>
      )}
      <Around {...report} />
    </Page>
  )
}

function Merged({ mergedInto }: PublicLine) {
  if (!mergedInto) return null
  return (
    <Notice kind="info" title="Regroupé avec un signalement du même problème">
      <p>
        <a href={`/signalements/${mergedInto}`}>{mergedInto}</a>
      </p>
    </Notice>
  )
}

function Words({ description, answer }: PublicLine) {
  return (
    <>
      {description ? (
        <p class="prose typed" lang="fr">
          {description}
        </p>
      ) : (
        <p class="soft">{t('Le texte n’est pas publié : la mairie le relit d’abord.')}</p>
      )}
      {answer && (
        <Notice kind="info" title="La mairie répond">
          <p class="prose typed" lang="fr">
            {answer}
          </p>
        </Notice>
      )}
    </>
  )
}

function Around({ reference, category, status, latitude, longitude }: PublicLine) {
  if (latitude === null || longitude === null) return null
  const label = `${t(nameCategory(category))}, ${t(reportStatusLabels[status])}`
  return (
    <ReportMap
      title={t('Où se trouve {reference}, à peu près', { reference })}
      marks={[{ number: 1, reference, label, status, latitude, longitude }]}
    />
  )
}
