/** A diagnosis being made: how far each axis is, who answered last, what is missing, what may be done now, its history. */
import { listCommuneNames } from '#modules/directory/index.ts'
import { listPersonNames } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { type HistoryLine, listHistory } from '#platform/lifecycle.ts'
import { type Context, page } from '#platform/web.ts'
import { Actions, ButtonLink, Details, Notice, Page, ScoreMeter } from '#web/components/index.tsx'
import { StepHistory } from '#web/moves/step-history.tsx'
import { axisLabels, axisSlugs } from '../axes.ts'
import { fieldOf } from './answer-fields.ts'
import { diagnosisStepLabels } from './diagnosis.labels.ts'
import { diagnosisPolicy } from './diagnosis.policy.ts'
import { getFullDiagnosis } from './diagnosis.queries.ts'
import type { FullDiagnosis } from './diagnosis.schema.ts'
import { DiagnosisTag, ProgressTable } from './diagnosis-body.view.tsx'
import { type AxisProgress, isComplete, listProgress } from './questionnaire.rules.ts'

interface Shown {
  readonly full: FullDiagnosis
  readonly progress: readonly AxisProgress[]
  readonly events: readonly HistoryLine[]
  readonly people: ReadonlyMap<string, string>
  readonly communeName: string
}

export const showDiagnosisPage = page('/espace/diagnostic/:diagnosisId', {
  load: ({ diagnosisId }, context) => loadShown(diagnosisId, context),
  allow: (actor, { full }) => diagnosisPolicy.read(actor, full.diagnosis),
  view: (shown, { actor }) => <ShowDiagnosis {...shown} actor={actor} />,
})

async function loadShown(diagnosisId: string, { db }: Context): Promise<Shown> {
  const full = await getFullDiagnosis(db, diagnosisId)
  const { diagnosis, version, answers } = full
  const events = await listHistory(db, 'planning.diagnosisEvent', { diagnosisId })
  const acted = [
    ...[...answers.values()].map((one) => one.answeredBy),
    ...events.map((one) => one.actorId),
  ]
  const names = await listCommuneNames(db, [diagnosis.communeId])
  return {
    full,
    events,
    progress: listProgress(version.content, diagnosis.category, answers),
    people: await listPersonNames(db, acted),
    communeName: names.get(diagnosis.communeId) ?? '',
  }
}

function ShowDiagnosis(props: Shown & { actor: Actor }) {
  const { full, progress, events, people, communeName, actor } = props
  const { diagnosis } = full
  const isOpen = diagnosisPolicy.answer(actor, diagnosis)
  return (
    <Page
      title={t('Diagnostic numérique {year}', { year: String(diagnosis.year) })}
      kicker={`${communeName} · ${diagnosis.reference}`}
      breadcrumbs={[
        { label: 'Mon espace', href: '/espace' },
        { label: 'Diagnostic numérique', href: '/espace/diagnostic' },
      ]}
    >
      <p class="meta">
        <DiagnosisTag status={diagnosis.status} />
      </p>
      {diagnosis.status === 'returned' && diagnosis.statusReason && (
        <Notice kind="warning" title="La direction demande de revoir">
          <p class="prose">{diagnosis.statusReason}</p>
        </Notice>
      )}
      <Advance progress={progress} />
      <Acts {...props} />
      <ProgressTable {...{ full, progress, people, isOpen }} />
      <Online full={full} isOpen={isOpen} />
      {isOpen && <Missing id={diagnosis.id} progress={progress} />}
      <StepHistory
        lines={events}
        labels={diagnosisStepLabels}
        by={({ actorId }) => people.get(actorId ?? '')}
      />
    </Page>
  )
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

function Advance({ progress }: Pick<Shown, 'progress'>) {
  return (
    <ScoreMeter
      label="Questions répondues"
      score={sum(progress.map(({ answered }) => answered))}
      maximum={sum(progress.map(({ total }) => total))}
    />
  )
}

function Acts({ full: { diagnosis }, progress, actor }: Shown & { actor: Actor }) {
  const base = `/espace/diagnostic/${diagnosis.id}`
  const mayAnswer = diagnosisPolicy.answer(actor, diagnosis)
  const next = progress.find(({ missing }) => missing.length > 0)
  const isSubmitted = diagnosis.status === 'submitted'
  const isExecutive = isSubmitted && diagnosisPolicy.confirm(actor, diagnosis)
  return (
    <Actions>
      {mayAnswer && next && (
        <ButtonLink href={`${base}/axes/${axisSlugs[next.axis]}`}>
          {progress.some(({ answered }) => answered > 0)
            ? 'Reprendre les réponses'
            : 'Répondre aux questions'}
        </ButtonLink>
      )}
      {mayAnswer && isComplete(progress) && diagnosisPolicy.submit(actor, diagnosis) && (
        <ButtonLink href={`${base}/soumettre`}>Soumettre à la direction</ButtonLink>
      )}
      {isExecutive && <ButtonLink href={`${base}/confirmer`}>Lire et confirmer</ButtonLink>}
      {isExecutive && (
        <ButtonLink href={`${base}/renvoyer`} kind="quiet">
          Renvoyer à l’équipe
        </ButtonLink>
      )}
      <ButtonLink href={`${base}/resultat`} kind="quiet">
        {diagnosis.status === 'confirmed' ? 'Voir le résultat' : 'Voir le résultat provisoire'}
      </ButtonLink>
      <ButtonLink href={`${base}/reponses.xlsx`} kind="quiet">
        Les réponses (XLSX)
      </ButtonLink>
    </Actions>
  )
}

function Online({
  full: { diagnosis, version, answers },
  isOpen,
}: {
  full: FullDiagnosis
  isOpen: boolean
}) {
  const indicators = version.content.online.heads.flatMap((head) => head.indicators)
  const met = indicators.filter(({ code }) => answers.get(code)?.value === 1).length
  const words = t('{met} indicateurs remplis sur {total}', { met, total: indicators.length })
  return (
    <section>
      <h2>{t('Les services en ligne')}</h2>
      <p>
        {words}{' '}
        {isOpen && (
          <a href={`/espace/diagnostic/${diagnosis.id}/services-en-ligne`}>
            {t('Cocher les indicateurs')}
          </a>
        )}
      </p>
    </section>
  )
}

function Missing({ id, progress }: { id: string; progress: readonly AxisProgress[] }) {
  const waiting = progress.filter(({ missing }) => missing.length > 0)
  if (waiting.length === 0) return null
  const count = sum(waiting.map(({ missing }) => missing.length))
  return (
    <Details
      summary={t(
        '{count, plural, one {La question sans réponse} other {Les # questions sans réponse}}',
        { count },
      )}
    >
      {waiting.map(({ axis, missing }) => (
        <section key={axis}>
          <h3>{t(axisLabels[axis])}</h3>
          <ul>
            {missing.map((question) => (
              <li key={question.code}>
                <a
                  href={`/espace/diagnostic/${id}/axes/${axisSlugs[axis]}#field-${fieldOf(question)}`}
                >
                  {t(question.title)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Details>
  )
}
