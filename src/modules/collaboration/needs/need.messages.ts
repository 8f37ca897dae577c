/** What each step of a need tells, and to whom. */
import type { Role } from '#platform/actor.ts'
import { t, type Words } from '#platform/i18n.ts'
import type { Need } from './need.schema.ts'
import type { NeedStep } from './need.workflow.ts'

interface NeedMessage {
  readonly roles: Role[]
  readonly subject: Words
  readonly text: Words
}

type Wording = (need: Need, reason: string) => NeedMessage

const executives: Role[] = ['secretary', 'mayor']
const writers: Role[] = ['itOfficer', 'agent', 'secretary']

const wordings: Partial<Record<NeedStep, Wording>> = {
  submit: (need) => ({
    roles: executives,
    subject: () => t('Besoin à approuver : {title}', { title: need.title }),
    text: () =>
      t(
        'Le besoin {reference} « {title} » attend votre approbation. Relisez-le, puis publiez-le ou renvoyez-le avec un motif.',
        { reference: need.reference ?? '', title: need.title },
      ),
  }),
  sendBack: (need, reason) => ({
    roles: writers,
    subject: () => t('Besoin à corriger : {title}', { title: need.title }),
    text: () =>
      t(
        'Le besoin {reference} vous est renvoyé. Motif : {reason} Corrigez-le, puis soumettez-le de nouveau.',
        { reference: need.reference ?? '', reason },
      ),
  }),
  publish: (need) => ({
    roles: writers,
    subject: () => t('Besoin publié : {title}', { title: need.title }),
    text: () =>
      t(
        'Le besoin {reference} est public. Cauri a classé les solutions qui peuvent y répondre : choisissez celles à contacter.',
        { reference: need.reference ?? '' },
      ),
  }),
  takeBack: (need, reason) => ({
    roles: writers,
    subject: () => t('Besoin retiré pour correction : {title}', { title: need.title }),
    text: () =>
      t(
        'Le besoin {reference} n’est plus public. Motif : {reason} Corrigez-le, puis soumettez-le de nouveau.',
        { reference: need.reference ?? '', reason },
      ),
  }),
  withdraw: (need, reason) => ({
    roles: [...writers, 'mayor'],
    subject: () => t('Besoin abandonné : {title}', { title: need.title }),
    text: () =>
      t('Le besoin {reference} « {title} » est abandonné. Motif : {reason}', {
        reference: need.reference ?? '',
        title: need.title,
        reason,
      }),
  }),
  meet: (need, reason) => ({
    roles: [...writers, 'mayor'],
    subject: () => t('Besoin satisfait : {title}', { title: need.title }),
    text: () =>
      t('Le besoin {reference} est clos : il a trouvé sa réponse. {reason}', {
        reference: need.reference ?? '',
        reason,
      }),
  }),
}

export function messageOf(step: NeedStep, need: Need, reason = ''): NeedMessage | undefined {
  return wordings[step]?.(need, reason)
}
