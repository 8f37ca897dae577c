/** The receipt: the number, what was asked, by when it is answered, and how to follow it. Given as soon as a request is received. */
import {
  body,
  bullets,
  type DocumentModel,
  facts,
  type Issuer,
  type NewDocument,
  paragraph,
  section,
  showCode,
} from '#platform/documents.ts'
import { formatDate, formatMoney } from '#platform/format.ts'
import { inLocale } from '#platform/i18n.ts'
import type { Definition } from '../procedures/procedure.types.ts'
import type { Request } from './request.lifecycle.ts'

interface ReceiptParts {
  readonly request: Request
  readonly definition: Definition
  readonly issuer: Issuer
}

export function writeReceipt({ request, definition, issuer }: ReceiptParts): NewDocument {
  const { id, communeId, requesterId } = request
  return {
    kind: 'requestReceipt',
    subject: { kind: 'request', id },
    issuer: { id: communeId, name: issuer.name },
    ...(requesterId && { personId: requesterId }),
    model: inLocale('fr', () => describe(request, definition, issuer)),
  }
}

/** Only what does not change once it is received, and nothing personal: papers outlive the answers, which are erased. */
function describe(request: Request, definition: Definition, issuer: Issuer): DocumentModel {
  const { reference, title, receivedAt, department, due } = request
  return {
    issuer,
    kicker: 'Récépissé de demande',
    title,
    reference: reference ?? '',
    date: receivedAt ?? request.createdAt,
    body: body(
      paragraph(
        `La mairie a reçu la demande décrite ci-dessous le ${formatDate(receivedAt ?? request.createdAt)}. Ce récépissé ne vaut pas autorisation.`,
      ),
      facts([
        ['Numéro', reference ?? ''],
        ['Service qui répond', department ?? ''],
        ['Délai de réponse', tellDelay(definition)],
        ['À payer', tellDue(due)],
      ]),
      section(
        'Pour suivre la demande',
        bullets([
          ...(request.trackingCode
            ? [
                `En ligne, sans compte : « Suivre une demande », avec le code ${showCode(request.trackingCode)}.`,
              ]
            : []),
          'En ligne : « Mes demandes », avec votre compte.',
          'Par téléphone, si le numéro a été donné : le menu USSD, ou un SMS avec le numéro ci-dessus.',
          'Au guichet de la mairie, avec le numéro ci-dessus.',
        ]),
      ),
    ),
  }
}

function tellDelay({ timeLimit }: Definition): string {
  if (timeLimit === null) return 'À confirmer auprès de la commune'
  const days = timeLimit.days === 1 ? '1 jour' : `${timeLimit.days} jours`
  return `${days} à compter de la réception d’un dossier complet`
}

function tellDue(due: Request['due']): string {
  if (due === null || due.kind === 'toConfirm') return 'À confirmer auprès de la commune'
  return due.kind === 'free' ? 'Rien' : formatMoney(due.total)
}
