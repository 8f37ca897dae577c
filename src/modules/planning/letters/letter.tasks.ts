/** What waits for somebody in the letters of their commune. */
import type { SpaceContribution, SpaceTask } from '#modules/identity/index.ts'
import { type Actor, getOrganisationId } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { associationStaff } from '#platform/policy.ts'
import { letterPolicy, mayListLetters } from './letter.policy.ts'
import { listLetters } from './letter.queries.ts'
import type { Letter } from './letter.schema.ts'

interface Wording {
  readonly when: (actor: Actor, letter: Letter) => boolean
  readonly title: string
  readonly tone: SpaceTask['tone']
}

const wordings: readonly Wording[] = [
  {
    when: letterPolicy.edit,
    title: 'Terminer la lettre de cadrage du budget {year}',
    tone: 'neutral',
  },
  {
    when: (actor, letter) => letter.status === 'submitted' && letterPolicy.sign(actor, letter),
    title: 'Signer ou renvoyer la lettre de cadrage du budget {year}',
    tone: 'warning',
  },
  {
    when: (actor, letter) => letter.status === 'signed' && letterPolicy.transmit(actor, letter),
    title: 'Transmettre aux services la lettre de cadrage du budget {year}',
    tone: 'warning',
  },
]

export const letterSpace: SpaceContribution = {
  async listTasks(db, actor) {
    if (!mayListLetters(actor, null)) return []
    const letters = await listLetters(db, getOrganisationId(actor))
    return letters.flatMap((letter) =>
      wordings
        .filter(({ when }) => when(actor, letter))
        .map(({ title, tone }) => ({
          title: t(title, { year: letter.year }),
          text: letter.reference,
          href: `/espace/lettres-de-cadrage/${letter.id}`,
          tone,
        })),
    )
  },
  listLinks: (actor) => [
    ...(mayListLetters(actor, null)
      ? [{ label: 'Lettres de cadrage', href: '/espace/lettres-de-cadrage' }]
      : []),
    ...(associationStaff(actor, null)
      ? [{ label: 'Lettre de cadrage modèle', href: '/espace/lettre-modele' }]
      : []),
  ],
}
