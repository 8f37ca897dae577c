/** The certificate of adhesion: who adheres, to which version, and how it was signed. */
import {
  body,
  type DocumentModel,
  facts,
  notice,
  paragraph,
  signatures,
  strong,
} from '#platform/documents.ts'
import { formatDate } from '#platform/format.ts'
import { inLocale } from '#platform/i18n.ts'
import type { FullFramework } from '../framework/framework.schema.ts'
import { hashFramework } from '../framework/framework-text.rules.ts'
import { listSignatories } from '../signatures/signature.paper.ts'
import type { Signature } from '../signatures/signature.queries.ts'
import type { Adhesion } from './adhesion.schema.ts'

interface AdhesionPaper {
  readonly adhesion: Adhesion
  readonly framework: FullFramework
  readonly adherent: string
  readonly association: string
  readonly signatures: readonly Signature[]
}

export function writeAdhesionPaper(parts: AdhesionPaper): DocumentModel {
  return inLocale('fr', () => write(parts))
}

function write({ adhesion, framework, adherent, association, ...given }: AdhesionPaper) {
  const { version } = framework
  const { organisationId, organisationKind, reference, signedAt, createdAt } = adhesion
  const isCommune = organisationKind === 'commune'
  const date = signedAt ?? createdAt
  return {
    issuer: { kind: 'organisation', name: association },
    kicker: 'Attestation d’adhésion',
    title: version.title,
    reference,
    date,
    body: body(
      paragraph([
        isCommune ? 'La commune de ' : 'La startup ',
        strong(adherent),
        ` adhère à la convention-cadre, version ${version.number ?? ''}, depuis le ${formatDate(date)}.`,
      ]),
      facts([
        [
          'Version en vigueur depuis le',
          version.publishedAt ? formatDate(version.publishedAt) : '',
        ],
        ['Empreinte du texte (SHA-256)', hashFramework(framework)],
      ]),
      notice(
        'Ce que vaut cette attestation',
        'L’adhérent est lié par cette version tant qu’il n’en signe pas une autre ou ne se retire pas. Vérifiez-la par son code.',
      ),
      signatures(
        listSignatories([{ organisationId, capacity: 'Pour l’adhérent' }], given.signatures),
        { day: date },
      ),
    ),
  } satisfies DocumentModel
}
