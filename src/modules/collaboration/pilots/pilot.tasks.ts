/** What waits for somebody in the pilots of their commune or startup. */
import type { SpaceTask } from '#modules/identity/index.ts'
import { type Actor, getOrganisationId } from '#platform/actor.ts'
import type { Db } from '#platform/database.ts'
import { formatDate, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { pilotPolicy } from './pilot.policy.ts'
import { listOwnPilots } from './pilot.queries.ts'
import type { Pilot } from './pilot.schema.ts'
import { computeReminderDay } from './pilot-bounds.rules.ts'

interface Wording {
  readonly when: (actor: Actor, pilot: Pilot, today: string) => boolean
  readonly title: string
  readonly page: string
  readonly tone: SpaceTask['tone']
}

const wordings: readonly Wording[] = [
  {
    when: pilotPolicy.edit,
    title: 'Terminer la fiche d’expérimentation : {title}',
    page: '',
    tone: 'neutral',
  },
  {
    when: (actor, pilot) => pilot.status === 'proposed' && pilotPolicy.accept(actor, pilot),
    title: 'Accepter ou décliner l’expérimentation : {title}',
    page: '',
    tone: 'warning',
  },
  {
    when: (actor, pilot, today) => isEnding(pilot, today) && pilotPolicy.evaluate(actor, pilot),
    title: 'Évaluer l’expérimentation : {title}',
    page: '/evaluer',
    tone: 'warning',
  },
  {
    when: pilotPolicy.decide,
    title: 'Décider de la suite de l’expérimentation : {title}',
    page: '/decider',
    tone: 'warning',
  },
]

export async function listPilotTasks(db: Db, actor: Actor, now: Date): Promise<SpaceTask[]> {
  const pilots = await listOwnPilots(db, getOrganisationId(actor))
  return pilots.flatMap((pilot) => toTasks(pilot, actor, toDay(now)))
}

function toTasks(pilot: Pilot, actor: Actor, today: string): SpaceTask[] {
  const { id, title, endsOn } = pilot
  return wordings
    .filter(({ when }) => when(actor, pilot, today))
    .map((wording) => ({
      title: t(wording.title, { title }),
      text:
        endsOn && isEnding(pilot, today)
          ? t('Fin le {date}', { date: formatDate(endsOn) })
          : undefined,
      href: `/espace/experimentations/${id}${wording.page}`,
      tone: wording.tone,
    }))
}

function isEnding({ status, startsOn, endsOn }: Pilot, today: string): boolean {
  const runs = status === 'running' || status === 'extended'
  return (
    runs && startsOn !== null && endsOn !== null && computeReminderDay(startsOn, endsOn) <= today
  )
}
