/** The papers of letters: a commune's, for whoever may read it; the association's model, for everybody. */
import { getCommune, getCommuneIssuer } from '#modules/directory/index.ts'
import { listOrganisationNames } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { type NewDocument, nameCommune, paperRoutes } from '#platform/documents.ts'
import { NotFound } from '#platform/errors.ts'
import { everyone } from '#platform/policy.ts'
import type { Context, Route } from '#platform/web.ts'
import { writeLetter } from './letter.paper.ts'
import { letterPolicy } from './letter.policy.ts'
import { getFullLetter } from './letter.queries.ts'
import type { FullLetter } from './letter.schema.ts'
import { writeModelLetter } from './model-letter.paper.ts'
import { getModelByNumber } from './model-letter.queries.ts'
import type { FullModel } from './model-letter.schema.ts'

const letter = {
  load: ({ letterId }: { letterId: string }, { db }: Context) => getFullLetter(db, letterId),
  allow: (actor: Actor, full: FullLetter) => letterPolicy.read(actor, full.letter),
  write: async (full: FullLetter, { db }: Context): Promise<NewDocument> => {
    const { id, communeId } = full.letter
    const issuer = await getCommuneIssuer(db, communeId)
    const { name } = await getCommune(db, communeId)
    return {
      kind: 'framingLetter',
      subject: { kind: 'letter', id },
      issuer: { id: communeId, name: nameCommune(issuer.name) },
      model: writeLetter({ full, communeName: name, issuer }),
    }
  },
  /** Until it is signed it is printed for whoever asks, and not kept. */
  isDraft: ({ signature }: FullLetter) => signature === null,
}

const model = {
  load: async ({ number }: { number: string }, { db }: Context) => {
    if (!/^\d{1,4}$/.test(number)) throw new NotFound()
    return getModelByNumber(db, Number(number))
  },
  allow: everyone,
  write: async (full: FullModel, { db }: Context): Promise<NewDocument> => {
    const { id, associationId } = full.model
    const name = (await listOrganisationNames(db, [associationId])).get(associationId) ?? ''
    return {
      kind: 'modelLetter',
      subject: { kind: 'modelLetter', id },
      issuer: { id: associationId, name },
      isPublic: true,
      model: writeModelLetter(full, name),
    }
  },
}

export const letterPaperRoutes: Route[] = [
  ...paperRoutes('/espace/lettres-de-cadrage/:letterId/lettre', letter),
  ...paperRoutes('/lettre-de-cadrage/versions/:number/modele', model),
]
