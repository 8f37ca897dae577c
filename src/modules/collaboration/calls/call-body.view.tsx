/** A call as text: the same in public and when its commune reviews it. */
import { domainLabels } from '#modules/directory/index.ts'
import { formatDateTime, formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { DefinitionList, Prose, Table, Tag } from '#web/components/index.tsx'
import { describeBudget } from '../needs/need-facts.ts'
import { callMechanismLabels, callStageLabels, describeShareRule } from './call.labels.ts'
import type { Call, Criterion, FullCall, Lot } from './call.schema.ts'
import { stageOf } from './call-dates.rules.ts'

export function StageTag({ call, now }: { call: Call; now: Date }) {
  const { label, tone } = callStageLabels[stageOf(call, now)]
  return <Tag tone={tone}>{t(label)}</Tag>
}

export function CallBody({ call, lots, criteria }: FullCall) {
  return (
    <>
      <h2>{t('L’objet')}</h2>
      <Prose text={call.purpose} />
      <h2>{t('Ce que la réponse contient et respecte')}</h2>
      <Prose text={call.requirements} />
      {lots.length > 1 && <Lots lots={lots} />}
      <Criteria criteria={criteria} minimumScore={call.minimumScore} />
      <h2>{t('En bref')}</h2>
      <DefinitionList items={listFacts(call)} />
    </>
  )
}

function Lots({ lots }: { lots: readonly Lot[] }) {
  return (
    <section>
      <h2>{t('Les lots')}</h2>
      <ol>
        {lots.map(({ id, title, description, budgetMax }) => (
          <li key={id}>
            <b>{title}</b>
            {budgetMax !== null &&
              ` (${t('jusqu’à {amount}', { amount: formatMoney(budgetMax) })})`}
            {description && <Prose text={description} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

const criterionColumns = [
  { key: 'label', label: 'Critère' },
  { key: 'guidance', label: 'Ce qui donne une bonne note' },
  { key: 'minimum', label: 'Minimum', numeric: true },
  { key: 'weight', label: 'Poids', numeric: true },
]

function Criteria({
  criteria,
  minimumScore,
}: {
  criteria: readonly Criterion[]
  minimumScore: number
}) {
  return (
    <section>
      <h2>{t('Comment les propositions sont jugées')}</h2>
      <Table
        caption="Critères"
        isCaptionHidden
        columns={criterionColumns}
        rows={criteria.map((criterion) => ({
          label: criterion.label,
          guidance:
            criterion.kind === 'price'
              ? t('Calculé : le moins cher a 100, les autres en proportion.')
              : criterion.guidance,
          minimum: criterion.minimumScore === null ? '—' : `${criterion.minimumScore}/100`,
          weight: `${criterion.weight} %`,
        }))}
      />
      {minimumScore > 0 && (
        <p>{t('Note totale minimale : {minimumScore} sur 100.', { minimumScore })}</p>
      )}
    </section>
  )
}

function listFacts(call: Call): { term: string; value: string }[] {
  const facts: [string, string | null][] = [
    ['Mécanisme', t(callMechanismLabels[call.mechanism])],
    ['Domaines', call.domains.map((code) => t(domainLabels[code] ?? code)).join(', ') || null],
    ['Budget', call.showsBudget ? describeBudget(call) : null],
    ['Partage du montant entre les communes', describeShareRule(call)],
    ['Questions jusqu’au', call.questionsUntil && formatDateTime(call.questionsUntil)],
    ['Propositions jusqu’au', call.deadline && formatDateTime(call.deadline)],
    ['Noms masqués pendant la notation', call.isAnonymous ? t('Oui') : t('Non')],
    [
      'Délai d’attente après la décision',
      t('{count, plural, one {# jour} other {# jours}}', { count: call.standstillDays }),
    ],
  ]
  return facts.flatMap(([term, value]) => (value ? [{ term, value }] : []))
}
