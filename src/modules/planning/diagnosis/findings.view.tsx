/** Why the levels are what they are: what draws each axis up and down, strengths and gaps, online services. */
import { formatDecimal } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { Details, type Reason, ReasonList, Table } from '#web/components/index.tsx'
import { axisLabels } from '../axes.ts'
import type { AxisResult, Finding, FrozenResult, HeadScore, LevelReason } from './result.types.ts'

const firstShown = 6

export function FindingsView({ strengths, gaps }: FrozenResult) {
  return (
    <>
      <h2>{t('Les forces')}</h2>
      <Findings
        findings={strengths}
        kind="positive"
        empty="Aucune réponse n’atteint encore le niveau 4."
      />
      <h2>{t('Les lacunes, les plus lourdes d’abord')}</h2>
      <Findings
        findings={gaps}
        kind="negative"
        empty="Aucune réponse n’est au niveau 2 ou plus bas."
      />
    </>
  )
}

interface FindingsProps {
  readonly findings: readonly Finding[]
  readonly kind: Reason['kind']
  readonly empty: string
}

function Findings({ findings, kind, empty }: FindingsProps) {
  if (findings.length === 0) return <p>{t(empty)}</p>
  const reasons = findings.map(({ text, level }) => ({ kind, text, points: level, maximum: 5 }))
  const rest = reasons.slice(firstShown)
  return (
    <>
      <ReasonList reasons={reasons.slice(0, firstShown)} />
      {rest.length > 0 && (
        <Details
          summary={t('{count, plural, one {Une autre} other {Les # autres}}', {
            count: rest.length,
          })}
        >
          <ReasonList reasons={rest} />
        </Details>
      )}
    </>
  )
}

export function ReasonsView({ axes }: Pick<FrozenResult, 'axes'>) {
  return (
    <>
      <h2>{t('Pourquoi ces niveaux')}</h2>
      {axes.map((axis) => (
        <AxisReasons key={axis.axis} {...axis} />
      ))}
    </>
  )
}

function AxisReasons({ axis, level, questions, unknown, up, down }: AxisResult) {
  const summary = t('{axis} : {level} sur 5', {
    axis: t(axisLabels[axis]),
    level: formatDecimal(level),
  })
  return (
    <Details summary={summary}>
      <p class="meta">
        {t('Moyenne pondérée de {count} réponses.', { count: questions })}{' '}
        {unknown > 0 &&
          t(
            '{count, plural, one {Une « ne sait pas » compte} other {# « ne sait pas » comptent}} 0.',
            {
              count: unknown,
            },
          )}
      </p>
      <ReasonList reasons={[...up.map(toReason('positive')), ...down.map(toReason('negative'))]} />
    </Details>
  )
}

const toReason =
  (kind: Reason['kind']) =>
  ({ title, answer, level }: LevelReason): Reason => ({
    kind,
    text: `${t(title)} : ${t(answer)}`,
    points: level,
    maximum: 5,
  })

const onlineColumns = [
  { key: 'head', label: 'Rubrique' },
  { key: 'met', label: 'Indicateurs remplis', numeric: true },
]

export function OnlineScores({ online, source }: { online: readonly HeadScore[]; source: string }) {
  return (
    <section>
      <h2>{t('Les services en ligne')}</h2>
      <Table
        caption="Les services en ligne, par rubrique"
        isCaptionHidden
        columns={onlineColumns}
        rows={online.map(({ title, met, total }) => ({
          head: t(title),
          met: t('{answered} sur {total}', { answered: met, total }),
        }))}
      />
      <p class="meta">{t(source)}</p>
    </section>
  )
}
