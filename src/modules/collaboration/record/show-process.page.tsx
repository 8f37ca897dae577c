/** One process, from the need to its closing: what happened, when, for how much, with which notes. */
import { listOrganisationNames } from '#modules/identity/index.ts'
import { NotFound } from '#platform/errors.ts'
import { formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import { DefinitionList, Page, Timeline } from '#web/components/index.tsx'
import { addParts, getCallByReference } from '../calls/call.queries.ts'
import type { FullCall } from '../calls/call.schema.ts'
import { listAwards } from '../evaluation/evaluation.queries.ts'
import type { Award } from '../evaluation/evaluation.schema.ts'
import { CallResult } from '../result/result.view.tsx'
import { type Delay, measureDelays } from './delays.rules.ts'
import { addressOf, factLabels } from './record.labels.ts'
import { listProcessFacts } from './record.queries.ts'
import type { Fact } from './record.schema.ts'

interface Result {
  readonly full: FullCall
  readonly awards: readonly Award[]
}

interface Shown {
  readonly facts: readonly Fact[]
  readonly names: ReadonlyMap<string, string>
  readonly results: readonly Result[]
}

export const showProcessPage = page('/registre/:ref', {
  load: ({ ref }: { ref: string }, context) => loadShown(ref, context),
  allow: everyone,
  isPublic: true,
  view: (shown) => <Process {...shown} />,
})

async function loadShown(reference: string, context: Context): Promise<Shown> {
  const facts = await listProcessFacts(context, reference)
  if (facts.length === 0) throw new NotFound()
  const parties = facts.flatMap(({ communeId, startupId }) => [communeId, startupId ?? communeId])
  return {
    facts,
    names: await listOrganisationNames(context.db, [...new Set(parties)]),
    results: await loadResults(context.db, facts),
  }
}

/** A process has one call, now and then a second one after the first found nobody. */
async function loadResults(db: Context['db'], facts: readonly Fact[]): Promise<Result[]> {
  const awarded = facts.filter(({ kind }) => kind === 'call.award' || kind === 'call.notAward')
  const references = [...new Set(awarded.map(({ reference }) => reference))]
  return Promise.all(
    references.map(async (reference) => {
      const full = await addParts(db, await getCallByReference(db, reference))
      return { full, awards: await listAwards(db, full.call.id) }
    }),
  )
}

function Process({ facts, names, results }: Shown) {
  const [first] = facts
  return (
    <Page
      title={first?.title ?? ''}
      kicker={first?.reference}
      breadcrumbs={[{ label: 'Registre public', href: '/registre' }]}
    >
      <DefinitionList items={listSummary(facts, names)} />
      <h2>{t('Le parcours')}</h2>
      <Timeline events={facts.map((fact) => toEvent(fact, names))} />
      {results.map(({ full, awards }) => (
        <CallResult key={full.call.id} full={full} awards={awards} startupNames={names} />
      ))}
      <Delays delays={measureDelays(facts)} />
      {first && (
        <p>
          <a href={`/donnees/ocds/processus/${first.reference}`}>
            {t('Les données de ce processus (OCDS)')}
          </a>
        </p>
      )}
    </Page>
  )
}

function listSummary(facts: readonly Fact[], names: ReadonlyMap<string, string>) {
  const signed = facts.filter(({ kind }) => kind === 'agreement.sign' || kind === 'agreement.amend')
  const total = signed.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
  const nameAll = (ids: readonly (string | null)[]) =>
    [...new Set(ids)].flatMap((id) => (id ? [names.get(id) ?? ''] : [])).join(', ')
  return [
    { term: 'Commune', value: nameAll(facts.map(({ communeId }) => communeId)) },
    { term: 'Startup', value: nameAll(facts.map(({ startupId }) => startupId)) || t('Aucune') },
    {
      term: 'Montant des conventions',
      value: signed.length > 0 ? formatMoney(total) : t('Rien de signé'),
    },
  ]
}

function toEvent(fact: Fact, names: ReadonlyMap<string, string>) {
  const { kind, occurredAt, startupId, amount, note } = fact
  const who = startupId ? names.get(startupId) : null
  return {
    at: occurredAt,
    title: factLabels[kind],
    href: addressOf(fact),
    by: [fact.reference, who, amount === null ? null : writeAmount(fact.kind, amount)]
      .filter(Boolean)
      .join(' · '),
    text: note,
  }
}

const writeAmount = (kind: Fact['kind'], amount: number) =>
  kind === 'agreement.amend' && amount > 0 ? `+ ${formatMoney(amount)}` : formatMoney(amount)

function Delays({ delays }: { delays: readonly Delay[] }) {
  if (delays.length === 0) return null
  return (
    <section>
      <h2>{t('Les délais')}</h2>
      <DefinitionList
        items={delays.map(({ label, days }) => ({
          term: label,
          value: t('{days, plural, =0 {le jour même} one {# jour} other {# jours}}', { days }),
        }))}
      />
    </section>
  )
}
