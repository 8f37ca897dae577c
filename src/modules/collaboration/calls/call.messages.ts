/** What people are told when a call takes a step. */
import { notify } from '#modules/identity/index.ts'
import { communeTeam, type Role } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import type { Context } from '#platform/web.ts'
import type { Call } from './call.schema.ts'
import type { CallStep } from './call.workflow.ts'

interface Wording {
  readonly roles: readonly Role[]
  readonly subject: (call: Call) => string
  readonly text: (call: Call, reason: string) => string
}

const executive: readonly Role[] = ['secretary', 'mayor']

const wordings: Partial<Record<CallStep, Wording>> = {
  submit: {
    roles: executive,
    subject: ({ title }) => t('Un appel attend votre relecture : {title}', { title }),
    text: () => t('Relisez-le, publiez-le, ou renvoyez-le avec ce qui est à corriger.'),
  },
  sendBack: {
    roles: communeTeam,
    subject: ({ title }) => t('Appel à corriger : {title}', { title }),
    text: (_, reason) => reason,
  },
  publish: {
    roles: communeTeam,
    subject: ({ reference, title }) =>
      t('Appel publié : {reference} {title}', { reference: reference ?? '', title }),
    text: () => t('Les startups dont une solution correspond sont prévenues.'),
  },
  open: {
    roles: communeTeam,
    subject: ({ reference }) =>
      t('Propositions ouvertes : {reference}', { reference: reference ?? '' }),
    text: () => t('Le procès-verbal d’ouverture est dans le dossier. Le comité peut noter.'),
  },
  cancel: {
    roles: communeTeam,
    subject: ({ reference, title }) =>
      t('Appel annulé : {reference} {title}', { reference: reference ?? '', title }),
    text: (_, reason) => reason,
  },
}

/** Each commune of the call is told; startups are told by what concerns them (proposals, publication). */
export async function tellCommunes(
  { db, actor, now }: Context,
  call: Call,
  step: CallStep,
  reason = '',
): Promise<void> {
  const wording = wordings[step]
  if (!wording) return
  for (const organisationId of call.partyIds) {
    await notify(
      db,
      {
        organisationId,
        roles: [...wording.roles],
        exceptPersonId: actor.id,
        topic: 'calls',
        subject: () => wording.subject(call),
        text: () => wording.text(call, reason),
        link: `/espace/appels/${call.id}`,
        key: `call:${call.id}:${step}:${now.getTime()}`,
      },
      now,
    )
  }
}
