/** What the two sides are told when a pilot moves. */
import { notify } from '#modules/identity/index.ts'
import { communeOfficers, type Role } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { t, type Words } from '#platform/i18n.ts'
import type { Pilot } from './pilot.schema.ts'
import type { PilotStep } from './pilot.workflow.ts'

interface News {
  readonly subject: Words
  readonly text: Words
  /** What happened, once: the same news never leaves twice. */
  readonly key: string
}

const startupRoles: Role[] = ['manager', 'member']

export async function tellSides(
  db: Db,
  pilot: Pilot,
  { key, ...news }: News,
  now: Date,
  exceptPersonId: string | null = null,
): Promise<void> {
  const sides = [
    { organisationId: pilot.communeId, roles: communeOfficers },
    // A draft is the commune's alone.
    ...(pilot.status === 'draft' ? [] : [{ organisationId: pilot.startupId, roles: startupRoles }]),
  ]
  for (const side of sides)
    await notify(
      db,
      {
        ...side,
        ...news,
        exceptPersonId,
        topic: 'projects',
        link: `/espace/experimentations/${pilot.id}`,
        key: `pilot:${pilot.id}:${key}`,
      },
      now,
    )
}

const stepTitles: Readonly<Record<PilotStep, string>> = {
  propose: 'Expérimentation proposée',
  takeBack: 'Fiche d’expérimentation reprise par la commune',
  accept: 'Expérimentation acceptée : elle commence',
  decline: 'Expérimentation déclinée',
  withdraw: 'Expérimentation retirée',
  evaluate: 'Expérimentation évaluée',
  adopt: 'Solution adoptée après expérimentation',
  extend: 'Expérimentation prolongée',
  stop: 'Expérimentation arrêtée',
}

export function newsOf(step: PilotStep, pilot: Pilot, reason: string | undefined, now: Date): News {
  return {
    subject: () => t('{what} : {about}', { what: t(stepTitles[step]), about: pilot.reference }),
    text: () =>
      reason ??
      t('{title}. {solutionName}, pour le besoin « {needTitle} ».', {
        title: pilot.title,
        solutionName: pilot.solutionName,
        needTitle: pilot.needTitle,
      }),
    key: `${step}:${now.getTime()}`,
  }
}
