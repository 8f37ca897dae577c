/** Telling a town hall of a problem: no account, no script needed; what somebody else already told is shown before it is sent. */
import { getCommuneBySlug, listArrondissements } from '#modules/directory/index.ts'
import { communeTeam, worksFor } from '#platform/actor.ts'
import { showCode } from '#platform/documents.ts'
import { Conflict } from '#platform/errors.ts'
import { everyone } from '#platform/policy.ts'
import { type Context, form, refuse, seeOther, type Upload } from '#platform/web.ts'
import { listTakenCategories, type TakenCategory } from '../category.queries.ts'
import { createReport, notTaken } from '../create-report.actions.ts'
import { discardSent, storeCleanPhoto } from '../photo/keep-photo.ts'
import { type CandidateLine, listCandidates } from '../public-report.queries.ts'
import { listSimilar } from '../similar.rules.ts'
import { latitude, longitude, positionOf, Told } from './report.fields.ts'
import { SendReport } from './send-report.view.tsx'
import type { Sending } from './sending.types.ts'

export const sendReportPage = form('/communes/:slug/signaler', {
  load: loadSending,
  allow: everyone,
  input: Told,
  // A whole neighbourhood may go out through one address.
  limit: { points: 40, seconds: 3600 },
  initial: (_, { query }) => ({ category: query.categorie }),
  invalid: (sending, submission) => <SendReport {...sending} {...submission} />,
  valid: async (sending, told, context) => {
    const { commune, categories, similar } = sending
    if (!categories.some(({ code }) => code === told.category)) throw new Conflict(notTaken)
    if (similar.length > 0 && !told.isOther)
      return refuse({ isOther: 'Voyez d’abord si quelqu’un ne l’a pas déjà signalé' })
    const photo = told.photo && (await storeCleanPhoto(context, told.photo))
    if (told.photo && !photo)
      return refuse({
        photo: 'Cette photo ne se lit pas : choisissez-en une autre, ou envoyez sans',
      })
    const { code } = await createReport(context, {
      ...{ ...describe(told), communeId: commune.id, photo },
      channel: worksFor(context.actor, commune.id, ...communeTeam) ? 'counter' : 'web',
    })
    if (photo) await discardSent(context, told.photo as Upload, photo)
    return seeOther(
      `/signalements/suivi/${showCode(code)}`,
      'Votre signalement est envoyé. Gardez le code de suivi.',
    )
  },
})

function describe(told: Told) {
  const { category, description, phone, email } = told
  return {
    ...{ category, description, phone, email },
    arrondissement: told.arrondissement || null,
    quartier: told.quartier || null,
    landmark: told.landmark || null,
    position: positionOf(told),
  }
}

async function loadSending({ slug }: { slug: string }, context: Context): Promise<Sending> {
  const { db } = context
  const commune = await getCommuneBySlug(db, slug)
  const arrondissements = await listArrondissements(db, commune.id)
  const categories = await listTakenCategories(db, commune.id)
  return {
    ...{ commune, categories, arrondissements: arrondissements.map(({ name }) => name) },
    similar: await findSimilar(context, commune.id, categories),
  }
}

const asText = (value: unknown) => (typeof value === 'string' ? value.trim() || null : null)

/** Of what was just typed, right or not: nothing is offered before it is sent once. */
async function findSimilar(
  context: Context,
  communeId: string,
  taken: readonly TakenCategory[],
): Promise<CandidateLine[]> {
  const typed = context.fields
  const asked = asText(typed.category)
  const category = taken.find(({ code }) => code === asked)
  if (!category) return []
  const told = {
    position: positionOf({
      'position.latitude': readDegrees(latitude, typed['position.latitude']),
      'position.longitude': readDegrees(longitude, typed['position.longitude']),
    }),
    arrondissement: asText(typed.arrondissement),
    quartier: asText(typed.quartier),
  }
  const candidates = await listCandidates(context, { communeId, category: category.code, ...told })
  return listSimilar({ ...told, nearMeters: category.nearMeters }, candidates, context.now)
}

function readDegrees(field: typeof latitude, typed: unknown): number | null {
  const read = field.safeParse(typed)
  return read.success ? read.data : null
}
