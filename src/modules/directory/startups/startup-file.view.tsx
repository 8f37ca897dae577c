/** All that a company declared: what its own people and the association read. */
import { fileAddress } from '#platform/files/file-routes.ts'
import { formatPhone } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { DefinitionList, Tag, Time } from '#web/components/index.tsx'
import { domainLabels, legalFormLabels } from '../labels.ts'
import { findLabelState, type LabelState } from './label.rules.ts'
import type { Startup } from './startup.schema.ts'

interface Props {
  startup: Startup
  communeName: string | null
  today: string
}

export function StartupFile(props: Props) {
  const { startup } = props
  return (
    <>
      <section>
        <h2>{t('L’entreprise')}</h2>
        <DefinitionList items={listLegalFacts(startup)} />
      </section>
      <section>
        <h2>{t('Contacts')}</h2>
        <DefinitionList items={listContacts(props)} />
      </section>
      <section>
        <h2>{t('Activité')}</h2>
        {startup.presentation && <p class="lines">{startup.presentation}</p>}
        <DefinitionList items={listActivity(startup)} />
      </section>
      <section>
        <h2>{t('Label startup')}</h2>
        <LabelFacts {...props} />
      </section>
    </>
  )
}

function listLegalFacts({ legalForm, ifu, rccm, foundedOn }: Startup) {
  return [
    {
      term: 'Forme juridique',
      value: t(legalFormLabels[legalForm as keyof typeof legalFormLabels] ?? legalForm),
    },
    { term: 'IFU', value: ifu },
    { term: 'RCCM', value: rccm },
    { term: 'Date de création', value: foundedOn && <Time at={foundedOn} /> },
  ]
}

function listContacts({ startup, communeName }: Props) {
  const { address, phone, email, website } = startup
  return [
    { term: 'Commune du siège', value: communeName },
    { term: 'Adresse', value: address },
    { term: 'Téléphone', value: phone && <a href={`tel:${phone}`}>{formatPhone(phone)}</a> },
    { term: 'Adresse électronique', value: email && <a href={`mailto:${email}`}>{email}</a> },
    {
      term: 'Site web',
      value: website && (
        <a href={website} rel="noreferrer">
          {website}
        </a>
      ),
    },
  ]
}

function listActivity({ domains, teamSize }: Startup) {
  const labels = domains.map((code) => t(domainLabels[code] ?? code))
  return [
    { term: 'Domaines', value: labels.join(', ') },
    { term: 'Effectif', value: teamSize === null ? null : String(teamSize) },
  ]
}

const labelTags = {
  none: null,
  valid: { tone: 'success', text: 'En cours de validité' },
  ending: { tone: 'warning', text: 'Se termine bientôt' },
  expired: { tone: 'danger', text: 'Expiré' },
} as const satisfies Record<LabelState, unknown>

function LabelFacts({ startup, today }: Props) {
  const { labelNumber, labelIssuedOn, labelExpiresOn, labelFileId } = startup
  if (!labelNumber) return <p>{t('Aucun label annoncé.')}</p>
  const tag = labelTags[findLabelState(startup, today)]
  return (
    <DefinitionList
      items={[
        { term: 'Numéro', value: labelNumber },
        { term: 'Délivré le', value: labelIssuedOn && <Time at={labelIssuedOn} /> },
        { term: 'Valable jusqu’au', value: labelExpiresOn && <Time at={labelExpiresOn} /> },
        { term: 'Situation', value: tag && <Tag tone={tag.tone}>{tag.text}</Tag> },
        {
          term: 'Décision',
          value: labelFileId && (
            <a href={fileAddress(labelFileId, 'label.pdf')}>{t('Lire le PDF')}</a>
          ),
        },
      ]}
    />
  )
}
