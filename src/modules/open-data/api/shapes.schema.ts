/** What the shapes of the public interface share: the same schemas check, document and type what is sent. */
import { z } from 'zod'
import { domainLabels } from '#modules/directory/index.ts'
import { cursorOf } from './cursor.rules.ts'

export const moment = () => z.iso.datetime({ offset: true })
export const day = () => z.iso.date()
export const address = () => z.url()
export const amount = () => z.int().describe('En francs CFA (XOF).')

/** Every object says where it is read again, by programs and by people. */
export const addresses = {
  url: address().describe('L’adresse de cet objet dans l’interface.'),
  page: address().describe('Sa page, pour les personnes.'),
}

export const CommuneRef = z
  .object({ slug: z.string(), name: z.string(), url: address() })
  .describe('Une commune, et où la lire.')
  .meta({ id: 'CommuneRef' })

export const StartupRef = z
  .object({ slug: z.string().nullable(), name: z.string(), url: address().nullable() })
  .describe('Qui réalise. slug et url sont nuls hors du catalogue des startups vérifiées.')
  .meta({ id: 'StartupRef' })

export const Links = z
  .object({ self: address(), next: address().nullable().describe('Null à la dernière page.') })
  .meta({ id: 'Links' })

/** One page of a list. */
export function pageOf<Item extends z.ZodType>(id: string, item: Item) {
  return z.object({ data: z.array(item), links: Links }).meta({ id })
}

/** RFC 9457. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('En français : ce qu’il faut faire.'),
    code: z.string().optional().describe('Un mot qui ne change pas, pour les programmes.'),
    errors: z
      .record(z.string(), z.string())
      .optional()
      .describe('Ce qui ne va pas, par nom de paramètre.'),
  })
  .describe('Un refus (RFC 9457).')
  .meta({ id: 'Problem' })

const wrongLimit = 'Indiquez un nombre entre 1 et 100'

const limite = z.coerce
  .number(wrongLimit)
  .int(wrongLimit)
  .min(1, wrongLimit)
  .max(100, wrongLimit)
  .default(50)
  .describe('Lignes par page, 100 au plus.')

/** The question of a list: its own filters, how many lines, from where. */
export function listQuery<Filters extends z.ZodRawShape, Key extends z.ZodType>(
  filters: Filters,
  key: Key,
) {
  return z.strictObject({ ...filters, limite, apres: cursorOf(key) })
}

export const noQuery = z.strictObject({})

export const words = () =>
  z
    .string('Écrivez un mot ou plusieurs')
    .max(120, 'Écrivez 120 signes au plus')
    .regex(/^\P{Cc}*$/u, 'Retirez les signes de contrôle')
    .optional()
    .describe('Mots cherchés, sans souci des accents.')

/** A word of an address: a slug, a reference. */
export const named = (description: string) =>
  z
    .string('Donnez une seule valeur')
    .regex(/^[\w-]{1,80}$/, 'Ce nom ne peut pas exister')
    .optional()
    .describe(description)

export const flag = (description: string) =>
  z.literal('oui', 'Écrivez « oui », ou rien').optional().describe(description)

export const domain = () =>
  z
    .enum(Object.keys(domainLabels), 'Choisissez un domaine donné par /api/v1/domaines')
    .optional()
    .describe('Code de domaine, donné par /api/v1/domaines.')

const wrongYear = 'Indiquez une année'

export const year = (description: string) =>
  z.coerce
    .number(wrongYear)
    .int(wrongYear)
    .min(2000, wrongYear)
    .max(2100, wrongYear)
    .optional()
    .describe(description)

export const noSuch = (what: string) => `Nous ne connaissons pas ${what}`

export const nameKey = z.tuple([z.string().regex(/^\P{Cc}{1,300}$/u), z.uuid()])
export const momentKey = z.tuple([z.iso.datetime(), z.uuid()])
export const dayKey = z.tuple([z.iso.date(), z.uuid()])
