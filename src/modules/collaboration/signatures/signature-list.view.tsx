/** Who signed, in what role, when, and how. */
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { Table } from '#web/components/index.tsx'
import type { Signature } from './signature.queries.ts'

const meansLabels: Readonly<Record<Signature['means'], string>> = {
  code: 'Code reçu par message',
  passkey: 'Clé d’accès',
  paper: 'Signature manuscrite, document numérisé',
}

const columns = [
  { key: 'organisation', label: 'Pour' },
  { key: 'person', label: 'Signataire' },
  { key: 'signedAt', label: 'Le' },
  { key: 'means', label: 'Moyen' },
]

export function SignatureList({
  signatures,
  names,
  scanAddress,
}: {
  signatures: readonly Signature[]
  names: ReadonlyMap<string, string>
  /** Where the scan of a signature given by hand is read. */
  scanAddress?: (signatureId: string) => string
}) {
  if (signatures.length === 0) return null
  return (
    <Table
      caption="Signatures"
      columns={columns}
      rows={signatures.map((signature) => ({
        organisation: names.get(signature.organisationId) ?? '',
        person: `${signature.personName}${signature.personRole && `, ${signature.personRole}`}`,
        signedAt: formatDateTime(signature.signedAt),
        means:
          signature.means === 'paper' && scanAddress ? (
            <a href={scanAddress(signature.id)}>{t(meansLabels.paper)}</a>
          ) : (
            t(meansLabels[signature.means])
          ),
      }))}
    />
  )
}
