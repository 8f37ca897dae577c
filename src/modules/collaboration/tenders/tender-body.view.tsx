/** A file for a formal tender as text: the same on the screen of its commune, printed, and in public. */
import { formatDate, formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { DefinitionList, Prose, Table, Tag } from '#web/components/index.tsx'
import { natureLabels, tenderStatusLabels } from './tender.labels.ts'
import type { FullTender, Tender } from './tender.schema.ts'
import { describeBasis } from './tender-draft.rules.ts'

export function TenderTag({ status }: Pick<Tender, 'status'>) {
  const { label, tone } = tenderStatusLabels[status]
  return <Tag tone={tone}>{t(label)}</Tag>
}

export function TenderBody({ full }: { full: FullTender }) {
  const { tender, lots, criteria } = full
  return (
    <>
      <TextSection title="Le besoin à satisfaire" text={tender.purpose} />
      <TextSection title="Exigences fonctionnelles" text={tender.requirements} />
      <h2>{t('L’estimation et le financement')}</h2>
      <DefinitionList items={listEstimate(tender)} />
      {lots.length > 0 && <Lots lots={lots} />}
      {criteria.length > 0 && <Criteria criteria={criteria} />}
      {tender.documents.length > 0 && (
        <section>
          <h2>{t('Les pièces du dossier')}</h2>
          <ul>
            {tender.documents.map((document) => (
              <li key={document}>{document}</li>
            ))}
          </ul>
        </section>
      )}
      <TextSection title="Le fondement" text={describeBasis(tender)} />
    </>
  )
}

function TextSection({ title, text }: { title: string; text: string }) {
  if (text === '') return null
  return (
    <section>
      <h2>{t(title)}</h2>
      <Prose text={text} />
    </section>
  )
}

function listEstimate({ nature, estimate, estimateMethod, funding }: Tender) {
  return [
    { term: 'Nature', value: nature && t(natureLabels[nature]) },
    { term: 'Montant estimé', value: estimate && formatMoney(estimate) },
    { term: 'Méthode', value: estimateMethod && <span class="prose">{estimateMethod}</span> },
    { term: 'Financement', value: funding },
  ]
}

const lotColumns = [
  { key: 'title', label: 'Lot' },
  { key: 'estimate', label: 'Montant estimé', numeric: true },
]

function Lots({ lots }: Pick<FullTender, 'lots'>) {
  return (
    <section>
      <h2>{t('Les lots')}</h2>
      <Table
        caption="Lots"
        isCaptionHidden
        columns={lotColumns}
        rows={lots.map(({ title, estimate }) => ({
          title,
          estimate: estimate ? formatMoney(estimate) : '—',
        }))}
      />
    </section>
  )
}

const criterionColumns = [
  { key: 'label', label: 'Critère' },
  { key: 'weight', label: 'Poids', numeric: true },
]

function Criteria({ criteria }: Pick<FullTender, 'criteria'>) {
  return (
    <section>
      <h2>{t('Les critères proposés')}</h2>
      <Table
        caption="Critères"
        isCaptionHidden
        columns={criterionColumns}
        rows={criteria.map(({ label, weight }) => ({ label, weight: `${weight} %` }))}
      />
    </section>
  )
}

/** When it left the commune, to whom, and what came of it. */
export function TenderFollowUp({ tender }: { tender: Tender }) {
  if (!tender.handedOverOn) return null
  const { stateReference, stateLink, awardedTo, awardedAmount, decidedOn } = tender
  const facts: [string, preact.ComponentChildren][] = [
    ['Remis le', formatDate(tender.handedOverOn)],
    ['Remis à', tender.handedOverTo],
    ['Référence dans le système de l’État', stateReference],
    ['Adresse de la procédure', stateLink && <a href={stateLink}>{stateLink}</a>],
    ['Attributaire', awardedTo],
    ['Montant attribué', awardedAmount && formatMoney(awardedAmount)],
    ['Décision du', decidedOn && formatDate(decidedOn)],
    ['Motif', tender.statusReason && <span class="prose">{tender.statusReason}</span>],
  ]
  return (
    <section>
      <h2>{t('La remise et la suite')}</h2>
      <DefinitionList items={facts.flatMap(([term, value]) => (value ? [{ term, value }] : []))} />
    </section>
  )
}
