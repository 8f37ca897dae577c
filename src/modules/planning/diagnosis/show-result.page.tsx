/** The result of a diagnosis for its commune and the association: levels, comparison, reasons, what to download. */
import { formatDate, formatDecimal } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, page } from '#platform/web.ts'
import { Notice, Page } from '#web/components/index.tsx'
import { nameLevel } from './diagnosis.labels.ts'
import { diagnosisPolicy } from './diagnosis.policy.ts'
import type { Diagnosis } from './diagnosis.schema.ts'
import { FindingsView, OnlineScores, ReasonsView } from './findings.view.tsx'
import { LevelsView } from './levels.view.tsx'
import { type Assessment, loadAssessment } from './load-assessment.ts'
import { isBegun, toLevels } from './maturity.rules.ts'

export const showResultPage = page('/espace/diagnostic/:diagnosisId/resultat', {
  load: ({ diagnosisId }, context: Context) => loadAssessment(diagnosisId, context),
  allow: (actor, { full }) => diagnosisPolicy.read(actor, full.diagnosis),
  view: (assessment) => <ShowResult {...assessment} />,
})

function ShowResult(assessment: Assessment) {
  const { diagnosis } = assessment.full
  const base = `/espace/diagnostic/${diagnosis.id}`
  return (
    <Page
      title={t('Résultat du diagnostic {year}', { year: String(diagnosis.year) })}
      kicker={`${assessment.communeName} · ${diagnosis.reference}`}
      breadcrumbs={[
        { label: 'Diagnostic numérique', href: '/espace/diagnostic' },
        { label: diagnosis.reference, href: base },
      ]}
    >
      {diagnosis.status === 'confirmed' ? <Downloads {...diagnosis} /> : <Provisional />}
      <AssessmentBody {...assessment} />
    </Page>
  )
}

/** The same before and after it is confirmed. */
export function AssessmentBody(assessment: Assessment) {
  const { full, result, communeName, comparison, previous } = assessment
  const { diagnosis, version } = full
  return (
    <>
      <p>
        {t('Maturité d’ensemble : {level} sur 5, « {word} ».', {
          level: formatDecimal(result.overall),
          word: t(nameLevel(result.overall)).toLowerCase(),
        })}
      </p>
      <LevelsView
        {...{ communeName, comparison, previous }}
        category={diagnosis.category}
        levels={toLevels(result)}
        waiting={result.axes.filter((one) => !isBegun(one)).map(({ axis }) => axis)}
      />
      <FindingsView {...result} />
      <ReasonsView axes={result.axes.filter(isBegun)} />
      <OnlineScores online={result.online} source={version.content.online.source} />
      <p class="meta">{t(version.note)}</p>
    </>
  )
}

function Downloads({ id, confirmedAt }: Diagnosis) {
  const base = `/espace/diagnostic/${id}`
  return (
    <p>
      {confirmedAt && t('Confirmé le {date}.', { date: formatDate(confirmedAt) })}{' '}
      {t('Le rapport :')} <a href={`${base}/rapport.pdf`}>{t('PDF à conserver')}</a>{' '}
      <a href={`${base}/rapport.docx`}>{t('Word à compléter')}</a>{' '}
      <a href={`${base}/reponses.xlsx`}>{t('Les réponses (XLSX)')}</a>
    </p>
  )
}

function Provisional() {
  return (
    <Notice kind="info" title="Résultat provisoire">
      <p>
        {t(
          'Calculé sur les questions déjà répondues. Il n’est vu que de la commune, et devient public par axe quand la direction le confirme.',
        )}
      </p>
    </Notice>
  )
}
