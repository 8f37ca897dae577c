/** The form on paper, from the same definition as the screens: what is asked, with room for a pen, and when it is to be filled. */
import {
  body,
  type Content,
  facts,
  type Issuer,
  type NewDocument,
  notice,
  type Block as PaperBlock,
  paragraph,
  question,
  type Room,
  section,
  signatures,
} from '#platform/documents.ts'
import { inLocale } from '#platform/i18n.ts'
import { describeFee, type ToldFee } from './fee-lines.rules.ts'
import { listFields } from './find-field.rules.ts'
import { npiDigits } from './npi.rules.ts'
import type { Block, Condition, Definition, Field, SimpleField } from './procedure.types.ts'
import type { Published } from './published.queries.ts'
import { listChoices, tellCondition } from './tell-condition.rules.ts'
import { isText } from './visible.rules.ts'

interface FormParts {
  readonly published: Published
  readonly fee: ToldFee
  readonly issuer: Issuer
}

export function writePaperForm({ published, fee, issuer }: FormParts): NewDocument {
  const { procedure, definition, publishedAt } = published
  return {
    kind: 'paperForm',
    subject: { kind: 'procedure', id: procedure.id },
    issuer: { id: procedure.communeId, name: issuer.name },
    isPublic: true,
    model: inLocale('fr', () => ({
      issuer,
      kicker: 'Formulaire de demande',
      title: definition.title,
      reference: `Formulaire, version ${procedure.revision}`,
      date: publishedAt,
      body: body(
        notice('Avant d’écrire', [
          paragraph(
            'Écrivez en lettres capitales, une lettre ou un chiffre par case. Remettez ce formulaire au guichet de la mairie avec les pièces : un récépissé avec un numéro vous est donné.',
          ),
        ]),
        describeProcedure(definition, fee),
        describeDocuments(definition),
        definition.pages.map((page) =>
          section(
            page.label,
            tellWhen(definition, page.when),
            page.fields.map((field) => askField(definition, field)),
          ),
        ),
        !asksToSign(definition) &&
          signatures([{ capacity: 'Le demandeur' }], { place: issuer.name }),
        section(
          'Partie réservée à la mairie',
          question('Reçu le', day),
          question('Numéro donné à la demande', { kind: 'lines', count: 1 }),
          question('Reçu par', { kind: 'lines', count: 1 }),
        ),
      ),
    })),
  }
}

/** One signature is enough. */
function asksToSign(definition: Definition): boolean {
  return listFields(definition).some(({ type }) => type === 'signature')
}

const day: Room = { kind: 'cells', groups: [2, 2, 4] }

function describeProcedure({ routing, timeLimit, outcome }: Definition, fee: ToldFee): PaperBlock {
  return facts([
    ['Ce que l’on reçoit', outcome],
    ['Service qui répond', routing.department],
    ['Délai', timeLimit ? `${timeLimit.days} jours au plus` : 'À confirmer auprès de la mairie'],
    ['Prix', describeFee(fee)],
  ])
}

function describeDocuments({ documents }: Definition): Content {
  if (documents.length === 0) return null
  const choices = documents.map(({ text, source }) =>
    source === null ? `${text} (à confirmer)` : text,
  )
  return section(
    'Pièces à joindre',
    question('Cochez ce que vous joignez', { kind: 'boxes', choices }),
  )
}

function tellWhen(definition: Definition, when: Condition | undefined): Content {
  if (!when) return null
  return paragraph([{ emphasis: `À remplir seulement si ${tellCondition(definition, when)}.` }])
}

function askField(definition: Definition, field: Field): Content {
  if (isText(field))
    return paragraph(field.type === 'title' ? [{ strong: field.label }] : field.label)
  if (field.type === 'block') return askBlock(definition, field)
  return question(field.label, roomFor(field), noteOf(definition, field))
}

/** As many as most people need; more go on a second sheet. */
const mostTimes = 3

function askBlock(definition: Definition, block: Block): Content {
  const times = Math.min(block.max, Math.max(block.min, mostTimes))
  return [
    tellWhen(definition, block.when),
    Array.from({ length: times }, (_, index) => [
      paragraph([{ strong: `${block.label}, ${index + 1}` }]),
      block.fields.map((field) => askField(definition, field)),
    ]),
    ...(block.max > times
      ? [paragraph([{ emphasis: `Au-delà de ${times}, continuez sur une feuille libre.` }])]
      : []),
  ]
}

function noteOf(definition: Definition, field: SimpleField): string | undefined {
  const notes = [
    ...(field.hint ? [field.hint] : []),
    ...(field.type === 'address' ? ['Arrondissement, quartier, rue ou repère.'] : []),
    ...(field.type === 'place' ? ['Croquis, avec un repère connu.'] : []),
    ...(field.type === 'multipleChoice' ? ['Plusieurs réponses possibles.'] : []),
    ...(field.type === 'file' || field.type === 'photo' ? ['À joindre au formulaire.'] : []),
    ...(field.when ? [`Seulement si ${tellCondition(definition, field.when)}.`] : []),
    ...(field.isRequired ? [] : ['Facultatif.']),
  ]
  return notes.length === 0 ? undefined : notes.join(' ')
}

const oneLine: Room = { kind: 'lines', count: 1 }

function roomFor(field: SimpleField): Room {
  switch (field.type) {
    case 'choice':
    case 'multipleChoice':
    case 'dependentChoice':
      return { kind: 'boxes', choices: listChoices(field).map(({ label }) => label) }
    case 'yesNo':
      return { kind: 'boxes', choices: ['Oui', 'Non'] }
    case 'file':
    case 'photo':
      return { kind: 'boxes', choices: ['Pièce jointe'] }
    case 'date':
      return day
    case 'phone':
      return { kind: 'cells', groups: [2, 2, 2, 2, 2] }
    case 'npi':
      return { kind: 'cells', groups: [npiDigits] }
    case 'signature':
    case 'place':
      return { kind: 'frame' }
    case 'longText':
      return { kind: 'lines', count: 4 }
    case 'address':
      return { kind: 'lines', count: 2 }
    default:
      return oneLine
  }
}
