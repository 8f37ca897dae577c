/** What each commune of a shared plan said of a year, and whom the review still waits for. */
import type { Actor } from '#platform/actor.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { ActionButton, Actions, ButtonLink, Prose, Tag } from '#web/components/index.tsx'
import type { NamedPlan } from './load-plan.ts'
import { mayGiveNote, planPolicy } from './plan.policy.ts'
import { addressOf } from './plan-frame.view.tsx'
import type { Reviews } from './review.queries.ts'
import { describeRound, listMembers, type Round } from './review-round.rules.ts'

interface Props extends NamedPlan {
  readonly reviews: Reviews
  readonly year: number
}

export function ReviewRound({ full, names, reviews, year }: Props) {
  const round = describeRound(full, year, reviews)
  if (!round) return null
  const notes = new Map(
    reviews.notes.filter((note) => note.year === year).map((note) => [note.communeId, note]),
  )
  const closedAt = reviews.years.find((one) => one.year === year)?.closedAt ?? null
  return (
    <>
      <p class="strong">{tellRound(round, names, closedAt)}</p>
      {listMembers(full).map((communeId) => {
        const note = notes.get(communeId)
        return (
          <article key={communeId}>
            <h3>{names.get(communeId)}</h3>
            {note ? (
              <>
                <p class="meta">{t('Avis du {date}', { date: formatDate(note.recordedAt) })}</p>
                <Prose text={note.note} />
              </>
            ) : (
              <p>
                <Tag tone="warning">Pas d’avis</Tag>
              </p>
            )}
          </article>
        )
      })}
    </>
  )
}

function tellRound(
  { state, missing }: Round,
  names: ReadonlyMap<string, string>,
  closedAt: Date | null,
): string {
  const list = missing.map((communeId) => names.get(communeId)).join(', ')
  if (state === 'whole') return t('Revue complète : chaque commune du plan s’est prononcée.')
  if (state === 'open') return t('La revue attend encore : {communes}.', { communes: list })
  return t('Revue close le {date}, sans : {communes}.', {
    date: closedAt ? formatDate(closedAt) : '',
    communes: list,
  })
}

/** The review of the year, for the communes of a shared plan: their opinions, and what may be done. */
export function CurrentRound(props: Props & { readonly actor: Actor }) {
  const { full, reviews, year, actor } = props
  const round = describeRound(full, year, reviews)
  if (!round) return null
  const here = `${addressOf(full.plan)}/suivi`
  const waitsForOthers = round.state === 'open' && !round.missing.includes(full.plan.communeId)
  return (
    <section>
      <h2>{t('L’avis des communes sur {year}', { year: String(year) })}</h2>
      <ReviewRound {...props} />
      <Actions>
        {round.state !== 'closed' && mayGiveNote(actor, full) && (
          <ButtonLink href={`${here}/avis`}>
            {round.missing.includes(actor.organisation?.id ?? '')
              ? 'Donner l’avis de ma commune'
              : 'Corriger l’avis de ma commune'}
          </ButtonLink>
        )}
        {waitsForOthers && planPolicy.review(actor, full.plan) && (
          <ActionButton
            action={`${here}/clore`}
            label="Clore la revue sans attendre"
            confirm="Les communes attendues restent nommées ; le bilan et les avis ne changent plus."
          />
        )}
      </Actions>
    </section>
  )
}
