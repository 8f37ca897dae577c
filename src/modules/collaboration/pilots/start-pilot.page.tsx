/** Where a commune opens the sheet of a pilot: it says which solution it will try, from its contacts or from the ranking. */
import { z } from 'zod'
import { type CatalogueEntry, listCatalogueEntries } from '#modules/directory/index.ts'
import { formatMoney } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { EmptyState, Form, Notice, Page, RadioGroup } from '#web/components/index.tsx'
import { type ContactLine, listContactsOfNeed } from '../contacts/contact.queries.ts'
import { rankForNeed } from '../matching/ranking.queries.ts'
import { needPolicy } from '../needs/need.policy.ts'
import { getNeed } from '../needs/need.queries.ts'
import type { Need } from '../needs/need.schema.ts'
import { loadBounds, startPilot } from './pilot.actions.ts'
import { pilotStatusLabels } from './pilot.labels.ts'
import { listPilotsOfNeed } from './pilot.queries.ts'
import type { Pilot } from './pilot.schema.ts'
import type { Bounds } from './pilot-bounds.rules.ts'

const rankedShown = 10
const Start = z.object({ solution: fields.text({ missing: 'Choisissez la solution à essayer' }) })

interface Starting {
  readonly need: Need
  readonly solutions: readonly CatalogueEntry[]
  readonly contacts: readonly ContactLine[]
  readonly pilots: readonly Pilot[]
  readonly bounds: Bounds
}

export const startPilotPage = form('/espace/besoins/:needId/experimenter', {
  load: ({ needId }: { needId: string }, context) => loadStarting(needId, context),
  allow: (actor, { need }) => needPolicy.contact(actor, need),
  input: Start,
  initial: (_, { query }) => ({ solution: query.solution }),
  invalid: (starting, submission) => <StartPilot {...starting} {...submission} />,
  valid: async ({ need, solutions, contacts }, { solution: chosen }, context) => {
    const solution = solutions.find(({ solutionId }) => solutionId === chosen)
    if (!solution) return refuse({ solution: 'Choisissez parmi les solutions proposées' })
    const contact = contacts.find(({ solutionId }) => solutionId === chosen)
    const pilot = await startPilot(context, need, solution, contact)
    return seeOther(
      `/espace/experimentations/${pilot.id}/fiche`,
      'La fiche est ouverte. Fixez les bornes et les critères avant de la proposer.',
    )
  },
})

/** The startups already met first, then the best of the ranking. */
async function loadStarting(needId: string, { db, now }: Context): Promise<Starting> {
  const need = await getNeed(db, needId)
  const known = await listContactsOfNeed(db, needId, need.communeId)
  const contacts = known.filter(({ status }) => status !== 'declined' && status !== 'withdrawn')
  const met = await listCatalogueEntries(
    db,
    contacts.map(({ solutionId }) => solutionId),
  )
  const { ranked } = await rankForNeed(db, need, now, { from: 0, size: rankedShown })
  const others = ranked
    .map(({ entry }) => entry)
    .filter(({ solutionId }) => !met.some((entry) => entry.solutionId === solutionId))
  return {
    need,
    contacts,
    solutions: [...met, ...others],
    pilots: await listPilotsOfNeed(db, needId),
    bounds: await loadBounds({ db, now }),
  }
}

function StartPilot(props: Starting & Submission<z.infer<typeof Start>>) {
  const { need, solutions, pilots, bounds, values, errors } = props
  const back = `/espace/besoins/${need.id}`
  return (
    <Page
      title="Préparer une expérimentation"
      lead="Essayer une solution pour de vrai, avec un début, une fin, un montant et des critères fixés d’avance."
      errors={errors}
      breadcrumbs={[{ label: need.title, href: back }]}
    >
      <BoundsNotice {...bounds} />
      {pilots.length > 0 && <Existing pilots={pilots} />}
      {solutions.length === 0 ? (
        <EmptyState title="Aucune solution à essayer">
          <p>{t('Aucune solution vérifiée ne partage un domaine avec ce besoin.')}</p>
        </EmptyState>
      ) : (
        <Form
          action={`${back}/experimenter`}
          submit="Ouvrir la fiche"
          secondary={{ label: 'Annuler', href: back }}
        >
          <RadioGroup
            name="solution"
            label="Quelle solution essayer ?"
            options={solutions.map((entry) => toOption(entry, props))}
            value={values.solution}
            error={errors.solution}
          />
        </Form>
      )}
    </Page>
  )
}

function toOption({ solutionId, name, startupName }: CatalogueEntry, { contacts }: Starting) {
  const contact = contacts.find((known) => known.solutionId === solutionId)
  const since =
    contact && t('en relation avec vous ({reference})', { reference: contact.reference })
  return { value: solutionId, label: name, hint: [startupName, since].filter(Boolean).join(' · ') }
}

export function BoundsNotice({ amountMax, maximumDays }: Bounds) {
  return (
    <Notice kind="info" title="Les bornes en vigueur">
      <p>
        {amountMax !== null && t('Au plus {amount}. ', { amount: formatMoney(amountMax) })}
        {maximumDays !== null && t('Au plus {days} jours. ', { days: maximumDays })}
        <a href="/mecanismes/pilot">{t('La règle et ses sources')}</a>
      </p>
    </Notice>
  )
}

function Existing({ pilots }: { pilots: readonly Pilot[] }) {
  return (
    <Notice kind="warning" title="Déjà préparé pour ce besoin">
      <ul>
        {pilots.map(({ id, reference, title, status }) => (
          <li key={id}>
            <a href={`/espace/experimentations/${id}`}>{`${reference} ${title}`}</a> (
            {t(pilotStatusLabels[status].label)})
          </li>
        ))}
      </ul>
    </Notice>
  )
}
