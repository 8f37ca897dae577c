/** The steps of a letter that its file offers: plain buttons, and forms where a reason is owed. */
import { z } from 'zod'
import { action, type Context, fields, seeOther } from '#platform/web.ts'
import { reasonForm } from '#web/moves/reason-form.tsx'
import { moveLetter, publishLines, startLetter } from './letter.actions.ts'
import { letterPolicy } from './letter.policy.ts'
import { getFullLetter, getLetter } from './letter.queries.ts'
import type { Letter } from './letter.schema.ts'
import type { LetterStep } from './letter.workflow.ts'

const load = ({ letterId }: { letterId: string }, { db }: Context) => getLetter(db, letterId)
export const letterAddress = ({ id }: Letter) => `/espace/lettres-de-cadrage/${id}`
export const letterBack = (letter: Letter) => ({
  href: letterAddress(letter),
  label: letter.reference,
})

function stepAction(path: string, step: LetterStep, done: string) {
  return action(`/espace/lettres-de-cadrage/:letterId/${path}`, {
    load,
    allow: letterPolicy[step],
    input: z.object({}),
    back: letterAddress,
    act: async (letter, _, context) => {
      await moveLetter(context, letter, step)
      return seeOther(letterAddress(letter), done)
    },
  })
}

function withReason(step: LetterStep) {
  return (letter: Letter, reason: string, context: Context) =>
    moveLetter(context, letter, step, { reason })
}

const sendBackPage = reasonForm('/espace/lettres-de-cadrage/:letterId/renvoyer', {
  load,
  allow: letterPolicy.sendBack,
  back: letterBack,
  title: 'Renvoyer la lettre pour correction',
  label: 'Ce qui est à corriger',
  hint: 'Qui a rédigé la lettre recevra ce texte.',
  done: 'La lettre est renvoyée. Qui l’a rédigée est prévenu.',
  act: withReason('sendBack'),
})

const abandonPage = reasonForm('/espace/lettres-de-cadrage/:letterId/abandonner', {
  load,
  allow: letterPolicy.abandon,
  back: letterBack,
  title: 'Abandonner ce projet',
  label: 'Pourquoi',
  hint: 'Le projet reste lisible dans la liste, avec ce motif.',
  isDangerous: true,
  done: 'Le projet est abandonné.',
  act: withReason('abandon'),
})

const publishAction = action('/espace/lettres-de-cadrage/:letterId/publication', {
  load,
  allow: letterPolicy.publish,
  input: z.object({ isPublished: fields.checkbox() }),
  back: letterAddress,
  act: async (letter, { isPublished }, context) => {
    await publishLines(context, letter, isPublished)
    return seeOther(
      letterAddress(letter),
      isPublished
        ? 'Les lignes numériques paraissent sur la page de la commune.'
        : 'Les lignes numériques ne paraissent plus sur la page de la commune.',
    )
  },
})

const correctAction = action('/espace/lettres-de-cadrage/:letterId/rectifier', {
  load: ({ letterId }, { db }) => getFullLetter(db, letterId),
  allow: (actor, { letter }) => letterPolicy.correct(actor, letter),
  input: z.object({}),
  back: ({ letter }) => letterAddress(letter),
  act: async (full, _, context) => {
    const corrective = await startLetter(context, full.letter.year, full)
    return seeOther(
      letterAddress(corrective),
      'Le projet rectificatif est ouvert. Corrigez-le, puis soumettez-le à la signature.',
    )
  },
})

export const moveLetterPages = [
  stepAction('soumettre', 'submit', 'La lettre attend sa signature. Qui signe est prévenu.'),
  stepAction('reprendre', 'takeBack', 'La lettre est de nouveau un brouillon.'),
  stepAction('transmettre', 'transmit', 'La lettre est transmise aux services.'),
  sendBackPage,
  abandonPage,
  publishAction,
  correctAction,
]
