/** What each step of a need tells, and to whom. */
import type { Role } from '#platform/actor.ts'
import type { Need } from './need.schema.ts'
import type { NeedStep } from './need.workflow.ts'

interface NeedMessage {
  readonly roles: Role[]
  readonly subject: string
  readonly text: string
}

type Wording = (need: Need, reason: string) => NeedMessage

const executives: Role[] = ['secretary', 'mayor']
const writers: Role[] = ['itOfficer', 'agent', 'secretary']

const wordings: Partial<Record<NeedStep, Wording>> = {
  submit: (need) => ({
    roles: executives,
    subject: `Besoin à approuver : ${need.title}`,
    text: `Le besoin ${need.reference} « ${need.title} » attend votre approbation. Relisez-le, puis publiez-le ou renvoyez-le avec un motif.`,
  }),
  sendBack: (need, reason) => ({
    roles: writers,
    subject: `Besoin à corriger : ${need.title}`,
    text: `Le besoin ${need.reference} vous est renvoyé. Motif : ${reason} Corrigez-le, puis soumettez-le de nouveau.`,
  }),
  publish: (need) => ({
    roles: writers,
    subject: `Besoin publié : ${need.title}`,
    text: `Le besoin ${need.reference} est public. Cauri a classé les solutions qui peuvent y répondre : choisissez celles à contacter.`,
  }),
  takeBack: (need, reason) => ({
    roles: writers,
    subject: `Besoin retiré pour correction : ${need.title}`,
    text: `Le besoin ${need.reference} n’est plus public. Motif : ${reason} Corrigez-le, puis soumettez-le de nouveau.`,
  }),
  withdraw: (need, reason) => ({
    roles: [...writers, 'mayor'],
    subject: `Besoin abandonné : ${need.title}`,
    text: `Le besoin ${need.reference ?? ''} « ${need.title} » est abandonné. Motif : ${reason}`,
  }),
  meet: (need, reason) => ({
    roles: [...writers, 'mayor'],
    subject: `Besoin satisfait : ${need.title}`,
    text: `Le besoin ${need.reference} est clos : il a trouvé sa réponse. ${reason}`,
  }),
}

export function messageOf(step: NeedStep, need: Need, reason = ''): NeedMessage | undefined {
  return wordings[step]?.(need, reason)
}
