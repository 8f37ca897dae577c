/** A letter as text: its parts, its ceilings, its digital lines one by one, its calendar. */
import { formatDate, formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { Money, Prose, Table, Tag } from '#web/components/index.tsx'
import { budgetSectionLabels, letterStatusLabels } from './letter.labels.ts'
import type { FullLetter, Letter, LetterLine } from './letter.schema.ts'
import { sumLines, sumOfDepartment } from './letter-sums.rules.ts'

export function LetterTag({ status }: Pick<Letter, 'status'>) {
  const { label, tone } = letterStatusLabels[status]
  return <Tag tone={tone}>{t(label)}</Tag>
}

export function LetterBody({ full, base }: { full: FullLetter; base?: string }) {
  const { sections, lines, ceilings, dates } = full
  return (
    <>
      {sections.map(({ key, title, body }) => (
        <section key={key} id={key}>
          <h2>{title}</h2>
          <Prose text={body} />
          {base && (
            <p>
              <a href={`${base}/sections/${key}`}>{t('Modifier « {title} »', { title })}</a>
            </p>
          )}
        </section>
      ))}
      <section>
        <h2>{t('Annexe 1 : les plafonds par service')}</h2>
        <Ceilings ceilings={ceilings} lines={lines} />
        {base && <EditLink href={`${base}/plafonds`} label="Modifier les plafonds" />}
      </section>
      <section>
        <h2>{t('Annexe 2 : les lignes numériques')}</h2>
        <LineTable lines={lines} />
        {base && <EditLink href={`${base}/lignes`} label="Modifier les lignes" />}
      </section>
      <section>
        <h2>{t('Annexe 3 : le calendrier')}</h2>
        <Table
          caption="Calendrier"
          isCaptionHidden
          columns={[
            { key: 'title', label: 'Étape' },
            { key: 'due', label: 'Au plus tard le' },
            { key: 'source', label: 'D’où vient la date' },
          ]}
          rows={dates.map(({ title, dueOn, source, isConfirmed }) => ({
            title,
            due: formatDate(dueOn),
            source: (
              <>
                {source} {!isConfirmed && <Tag tone="warning">{t('à confirmer')}</Tag>}
              </>
            ),
          }))}
        />
        {base && <EditLink href={`${base}/calendrier`} label="Modifier le calendrier" />}
      </section>
    </>
  )
}

function EditLink({ href, label }: { href: string; label: string }) {
  return (
    <p>
      <a href={href}>{t(label)}</a>
    </p>
  )
}

function Ceilings({ ceilings, lines }: Pick<FullLetter, 'ceilings' | 'lines'>) {
  if (ceilings.length === 0) return <p class="soft">{t('Aucun plafond pour l’instant.')}</p>
  return (
    <Table
      caption="Plafonds par service"
      isCaptionHidden
      columns={[
        { key: 'department', label: 'Service' },
        { key: 'running', label: 'Fonctionnement', numeric: true },
        { key: 'investment', label: 'Investissement', numeric: true },
        { key: 'digital', label: 'Dont numérique', numeric: true },
        ...(ceilings.some(({ note }) => note !== '') ? [{ key: 'note', label: 'Remarque' }] : []),
      ]}
      rows={ceilings.map(({ department, running, investment, note }) => {
        const digital = sumOfDepartment(lines, department)
        return {
          department,
          running: toAmount(running),
          investment: toAmount(investment),
          digital: <Money amount={digital.running + digital.investment} />,
          note,
        }
      })}
    />
  )
}

function toAmount(amount: number | null) {
  return amount === null ? '—' : <Money amount={amount} />
}

export function LineTable({ lines }: { lines: readonly LetterLine[] }) {
  if (lines.length === 0) return <p class="soft">{t('Aucune ligne numérique pour l’instant.')}</p>
  const { investment, running } = sumLines(lines)
  return (
    <>
      <Table
        caption="Lignes numériques"
        isCaptionHidden
        columns={[
          { key: 'title', label: 'Ligne et justification' },
          { key: 'section', label: 'Section' },
          { key: 'department', label: 'Service' },
          { key: 'amount', label: 'Montant', numeric: true },
        ]}
        rows={lines.map(({ title, account, section, department, amount, justification }) => ({
          title: (
            <>
              {account ? `${title} (${account})` : title}
              {justification && <p class="soft">{justification}</p>}
            </>
          ),
          section: t(budgetSectionLabels[section]),
          department,
          amount: <Money amount={amount} />,
        }))}
      />
      <p class="strong">
        {t('Total : {total}, dont {investment} en investissement et {running} en fonctionnement.', {
          total: formatMoney(investment + running),
          investment: formatMoney(investment),
          running: formatMoney(running),
        })}
      </p>
    </>
  )
}
