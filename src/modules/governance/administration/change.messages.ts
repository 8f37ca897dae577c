/** Who is told of a change: those who may review it, then whoever wrote it. */
import { notify } from '#modules/identity/index.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { Moving } from '#platform/lifecycle.ts'
import type { ReferenceChange } from './change.schema.ts'
import type { ChangeStatus } from './change.workflow.ts'
import { changeAddress, getList } from './reference-lists.ts'

const sayWhat = ({ listCode, entryLabel }: ReferenceChange) =>
  t('{list} : {entry}', { list: t(getList(listCode).title), entry: t(entryLabel) })

export async function tellReviewers(
  { db, actor, now }: Moving,
  change: ReferenceChange,
): Promise<void> {
  const { id, associationId, takesEffectOn } = change
  await notify(
    db,
    {
      organisationId: associationId,
      roles: ['staff', 'commissioner'],
      ...{ exceptPersonId: actor.id, topic: 'references', link: changeAddress(change) },
      subject: () => t('Changement à relire : {what}', { what: sayWhat(change) }),
      text: () =>
        t(
          'Il prendrait effet le {date}. Une seconde personne l’approuve, ou le renvoie avec son motif.',
          {
            date: formatDate(takesEffectOn),
          },
        ),
      key: `reference-change:${id}:proposed:${now.getTime()}`,
    },
    now,
  )
}

const outcomes: Partial<Record<ChangeStatus, string>> = {
  approved: 'Changement approuvé : {what}',
  applied: 'Changement en vigueur : {what}',
  returned: 'Changement renvoyé : {what}',
  withdrawn: 'Changement retiré : {what}',
}

/** Whoever wrote it, unless they did this themselves. */
export async function tellAuthor(
  { db, actor, now }: Moving,
  change: ReferenceChange,
): Promise<void> {
  const { id, associationId, proposedBy, status, statusReason, takesEffectOn } = change
  const title = outcomes[status]
  if (!title) return
  await notify(
    db,
    {
      organisationId: associationId,
      personIds: [proposedBy],
      ...{ exceptPersonId: actor.id, topic: 'references', link: changeAddress(change) },
      subject: () => t(title, { what: sayWhat(change) }),
      text: () =>
        status === 'approved' || status === 'applied'
          ? t('En vigueur à partir du {date}.', { date: formatDate(takesEffectOn) })
          : (statusReason ?? ''),
      key: `reference-change:${id}:${status}:${now.getTime()}`,
    },
    now,
  )
}
