/** The steps of a change: approved by a button, returned or withdrawn with the reason. */
import { z } from 'zod'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { action, type Context, seeOther } from '#platform/web.ts'
import { reasonForm } from '#web/moves/reason-form.tsx'
import { approveChange, closeChange } from './change.actions.ts'
import { changePolicy } from './change.policy.ts'
import { getChange } from './change.queries.ts'
import type { ReferenceChange } from './change.schema.ts'
import { changeAddress, referencesHome } from './reference-lists.ts'

const path = `${referencesHome}/changements/:changeId` as const

const load = ({ changeId }: { changeId: string }, { db }: Context) => getChange(db, changeId)

const shared = {
  load,
  back: (change: ReferenceChange) => ({ label: change.reference, href: changeAddress(change) }),
  label: 'Pourquoi',
}

export const reviewChangePages = [
  action(`${path}/approuver`, {
    load,
    allow: changePolicy.approve,
    input: z.object({}),
    back: changeAddress,
    act: async (change, _, context) => {
      const { status, takesEffectOn } = await approveChange(context, change)
      const day = { date: formatDate(takesEffectOn) }
      return seeOther(
        changeAddress(change),
        status === 'applied'
          ? t('Le changement est en vigueur.')
          : t('Le changement est approuvé : il prendra effet le {date}.', day),
      )
    },
  }),
  reasonForm(`${path}/renvoyer`, {
    ...shared,
    allow: changePolicy.return,
    title: 'Renvoyer le changement',
    hint: 'Dites ce qui doit être corrigé : son auteur le reprend.',
    done: 'Le changement est renvoyé à son auteur.',
    act: (change, reason, context) => closeChange(context, change, 'return', reason),
  }),
  reasonForm(`${path}/retirer`, {
    ...shared,
    allow: changePolicy.withdraw,
    title: 'Retirer la proposition',
    hint: 'Elle reste dans l’historique, avec ce motif.',
    isDangerous: true,
    done: 'La proposition est retirée.',
    act: (change, reason, context) => closeChange(context, change, 'withdraw', reason),
  }),
]
