/** The agreement and its amendments on paper: the exact text, who signed it and how, and room for a pen where nobody has. */
import {
  article,
  body,
  type DocumentModel,
  facts,
  type Issuer,
  paragraph,
  prose,
  section,
  signatures,
  table,
} from '#platform/documents.ts'
import { formatDate, formatDateTime, formatMoney } from '#platform/format.ts'
import { inLocale } from '#platform/i18n.ts'
import type { Signature } from '../signatures/signature.queries.ts'
import type { FullAgreement } from './agreement.schema.ts'
import { hashAgreement, type PartyNames, toText } from './agreement-text.rules.ts'
import type { Amendment } from './amendment.queries.ts'

interface Written {
  readonly full: FullAgreement
  readonly names: PartyNames
  readonly signatures: readonly Signature[]
  readonly issuer: Issuer
}

export function writeAgreement(written: Written): DocumentModel {
  return inLocale('fr', () => write(written))
}

function write({ full, names, signatures: given, issuer }: Written): DocumentModel {
  const { agreement } = full
  const isSigned = given.length === 2
  return {
    issuer,
    kicker: 'Convention',
    title: agreement.title,
    subtitle: `Entre la commune de ${names.commune} et ${names.startup}`,
    reference: agreement.reference,
    date: agreement.signedAt ?? agreement.updatedAt,
    ...(!isSigned && { mention: 'Projet' }),
    body: body(
      facts([
        ['Montant', agreement.amount > 0 ? formatMoney(agreement.amount) : 'À convenir'],
        ['Du', agreement.startsOn && formatDate(agreement.startsOn)],
        ['Au', agreement.endsOn && formatDate(agreement.endsOn)],
        ['Empreinte du texte (SHA-256)', hashAgreement(full, names)],
      ]),
      toText(full, names).map(({ title, body: text }, index) =>
        article(index + 1, title, prose(text)),
      ),
      signatures(
        [
          signatory('Pour la commune', agreement.communeId, given),
          signatory(`Pour ${names.startup}`, agreement.startupId, given),
        ],
        { place: names.commune, ...(agreement.signedAt && { day: agreement.signedAt }) },
      ),
    ),
  }
}

const meansWords: Readonly<Record<Signature['means'], string>> = {
  code: 'par code à usage unique',
  passkey: 'par clé d’accès',
  paper: 'à la main, document numérisé joint au dossier',
}

function signatory(capacity: string, organisationId: string, given: readonly Signature[]) {
  const signature = given.find((one) => one.organisationId === organisationId)
  if (!signature) return { capacity }
  const { personName, personRole, signedAt, means } = signature
  return {
    capacity,
    name: `${personName}${personRole && `, ${personRole}`}`,
    evidence: `Signé le ${formatDateTime(signedAt)} ${meansWords[means]}`,
  }
}

export function writeAmendment(written: Written, amendment: Amendment): DocumentModel {
  return inLocale('fr', () => {
    const { full, names, signatures: given, issuer } = written
    const { changes } = amendment
    const titleOf = (key: string) => full.clauses.find((clause) => clause.key === key)?.title ?? ''
    return {
      issuer,
      kicker: `Avenant n° ${amendment.number}`,
      title: full.agreement.title,
      subtitle: `Entre la commune de ${names.commune} et ${names.startup}`,
      reference: `${full.agreement.reference}/AV${amendment.number}`,
      date: amendment.signedAt ?? amendment.createdAt,
      ...(amendment.status !== 'signed' && {
        mention: amendment.status === 'refused' ? 'Refusé' : 'Projet',
      }),
      body: body(
        section('Motif', prose(amendment.reason)),
        (changes.amount !== undefined || changes.endsOn !== undefined) &&
          section(
            'Montant et durée',
            table({
              columns: ['', 'Désormais'],
              rows: [
                ...(changes.amount === undefined
                  ? []
                  : [['Montant total', formatMoney(changes.amount)]]),
                ...(changes.endsOn === undefined ? [] : [['Fin', formatDate(changes.endsOn)]]),
              ],
            }),
          ),
        changes.clauses.map(({ key, body: text }) =>
          section(`Clause « ${titleOf(key)} », désormais ainsi rédigée`, prose(text)),
        ),
        paragraph('Les clauses qui ne sont pas modifiées demeurent.'),
        signatures(
          [
            signatory('Pour la commune', full.agreement.communeId, given),
            signatory(`Pour ${names.startup}`, full.agreement.startupId, given),
          ],
          { place: names.commune, ...(amendment.signedAt && { day: amendment.signedAt }) },
        ),
      ),
    }
  })
}
