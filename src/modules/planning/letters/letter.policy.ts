/**
 * Who may do what with a lettre de cadrage: the commune's responsable SI and executive write it, the mayor signs it, the secretary
 * when an act of the mayor says so (a fact of the workflow), its people read it, and the association reads what is signed.
 */
import { type Actor, communeOfficers, communeTeam, worksFor, worksForA } from '#platform/actor.ts'
import { associationStaff, type Rule } from '#platform/policy.ts'
import type { Letter } from './letter.schema.ts'
import type { LetterStep } from './letter.workflow.ts'

type Subject = Pick<Letter, 'communeId' | 'status'>

const openStatuses = ['draft', 'returned']
const signedStatuses = ['signed', 'transmitted', 'superseded']

export const isOpen = ({ status }: Pick<Letter, 'status'>) => openStatuses.includes(status)
export const isSigned = ({ status }: Pick<Letter, 'status'>) => signedStatuses.includes(status)
/** Signed and not replaced. */
export const isInForce = ({ status }: Pick<Letter, 'status'>) =>
  status === 'signed' || status === 'transmitted'

export const letterPolicy = {
  read: (actor, letter) =>
    worksFor(actor, letter.communeId, ...communeTeam, 'drafter') ||
    (associationStaff(actor, letter) && isSigned(letter)),
  edit: (actor, letter) =>
    isOpen(letter) && worksFor(actor, letter.communeId, ...communeOfficers, 'drafter'),
  /** Its digital lines on the commune's page, or no longer. */
  publish: (actor, letter) => isInForce(letter) && isExecutive(actor, letter),
  correct: (actor, letter) => isInForce(letter) && isWriter(actor, letter),

  submit: isWriter,
  takeBack: isWriter,
  sendBack: isExecutive,
  sign: isExecutive,
  transmit: isExecutive,
  supersede: isExecutive,
  abandon: isWriter,
} satisfies Record<LetterStep | 'read' | 'edit' | 'publish' | 'correct', Rule<Subject>>

export const mayListLetters: Rule = (actor) =>
  worksForA(actor, 'commune', ...communeTeam, 'drafter')

export const mayStartLetter: Rule = (actor) =>
  worksForA(actor, 'commune', ...communeOfficers, 'drafter')

export const mayDelegate: Rule = (actor) => worksForA(actor, 'commune', 'mayor')

function isWriter(actor: Actor, { communeId }: Subject): boolean {
  return worksFor(actor, communeId, ...communeOfficers)
}

function isExecutive(actor: Actor, { communeId }: Subject): boolean {
  return worksFor(actor, communeId, 'mayor', 'secretary')
}
