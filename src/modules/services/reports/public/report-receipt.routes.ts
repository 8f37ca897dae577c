/** The receipt of a report: its number, its code, how to follow it. Printed for whoever holds the code, and not kept. */
import { getCommuneIssuer } from '#modules/directory/index.ts'
import {
  body,
  bullets,
  facts,
  paragraph,
  pdfRoute,
  section,
  showCode,
} from '#platform/documents.ts'
import { formatDate } from '#platform/format.ts'
import { inLocale } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { nameCategory } from '../category.facts.ts'
import { type Followed, followPath, loadFollowed } from './load-followed.ts'

export const reportReceiptRoute = pdfRoute(`${followPath}/recepisse.pdf`, {
  load: (params: { code: string }, context): Promise<Followed> => loadFollowed(params, context),
  allow: everyone,
  isDraft: () => true,
  write: async ({ report }, { db, platform }) => {
    const { id, communeId } = report
    const issuer = await getCommuneIssuer(db, communeId)
    return {
      kind: 'reportReceipt',
      subject: { kind: 'report', id },
      issuer: { id: communeId, name: issuer.name },
      model: inLocale('fr', () => ({ issuer, ...describe(report, platform.config.origin) })),
    }
  },
})

function describe(report: Followed['report'], origin: string) {
  const { reference, category, receivedAt, department, code } = report
  return {
    kicker: 'Récépissé de signalement',
    title: nameCategory(category),
    reference,
    date: receivedAt,
    body: body(
      paragraph(`La mairie a reçu ce signalement le ${formatDate(receivedAt)}.`),
      facts([
        ['Numéro', reference],
        ['Code de suivi', showCode(code)],
        ['Service qui répond', department],
      ]),
      section(
        'Pour le suivre',
        bullets([
          `En ligne, sans compte : ${origin}/suivi, avec le code de suivi.`,
          'À la mairie, avec le numéro.',
          'Qui tient le code lit le signalement : ne le montrez qu’à qui vous voulez.',
        ]),
      ),
    ),
  }
}
