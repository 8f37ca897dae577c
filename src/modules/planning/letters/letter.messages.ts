/** Whom a letter's steps are told to, in its commune. */
import { notify } from '#modules/identity/index.ts'
import { communeOfficers, type Role } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import type { Context } from '#platform/web.ts'
import type { Letter } from './letter.schema.ts'
import type { LetterStep } from './letter.workflow.ts'

interface News {
  readonly title: string
  readonly roles: readonly Role[]
}

const everybody: readonly Role[] = [...communeOfficers, 'agent']

const newsOf: Readonly<Record<LetterStep, News>> = {
  submit: { title: 'Lettre de cadrage à signer', roles: ['mayor', 'secretary'] },
  takeBack: { title: 'Lettre de cadrage reprise pour correction', roles: ['mayor', 'secretary'] },
  sendBack: { title: 'Lettre de cadrage renvoyée pour correction', roles: communeOfficers },
  sign: { title: 'Lettre de cadrage signée', roles: communeOfficers },
  transmit: { title: 'Lettre de cadrage transmise aux services', roles: everybody },
  supersede: { title: 'Lettre de cadrage remplacée', roles: everybody },
  abandon: { title: 'Lettre de cadrage abandonnée', roles: communeOfficers },
}

export async function tellCommune(
  { db, actor, now }: Context,
  letter: Letter,
  step: LetterStep,
  reason: string | undefined,
): Promise<void> {
  const { title, roles } = newsOf[step]
  await notify(
    db,
    {
      organisationId: letter.communeId,
      roles,
      exceptPersonId: actor.id,
      topic: 'planning',
      subject: () => t('{what} : {about}', { what: t(title), about: letter.reference }),
      text: () => reason ?? t('Lettre de cadrage du budget {year}.', { year: letter.year }),
      link: `/espace/lettres-de-cadrage/${letter.id}`,
      key: `letter:${letter.id}:${step}:${now.getTime()}`,
    },
    now,
  )
}
