/** What is known of a commune, as terms and values to read. */
import { formatDate, formatNumber, formatPhone } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { categoryLabels, connectivityLabels, languageLabels } from '../labels.ts'
import type { Commune, CommuneProfile } from './commune.queries.ts'

export function listIdentity(commune: Commune) {
  return [
    { term: 'Code', value: commune.code },
    {
      term: 'Catégorie',
      value: t('{category}, depuis le {date}', {
        category: t(categoryLabels[commune.category as keyof typeof categoryLabels]),
        date: formatDate(commune.categorySince),
      }),
    },
    {
      term: 'Population',
      value: t('{count} habitants en {year}', {
        count: formatNumber(commune.population),
        year: String(commune.populationYear),
      }),
    },
    { term: 'Ménages', value: formatNumber(commune.households) },
    { term: 'Villages et quartiers', value: formatNumber(commune.villages) },
    ...(commune.aliases.length > 0
      ? [{ term: 'Autre nom', value: commune.aliases.join(', ') }]
      : []),
  ]
}

/** What nobody filled in is said to be unknown, never left out. */
export function listMeans(profile: CommuneProfile | undefined) {
  const unknown = t('Inconnu : la commune ne l’a pas encore indiqué')
  const say = (value: string | null | undefined) => value ?? unknown
  const power = profile?.hasBackupPower
  return [
    {
      term: 'Connexion de la mairie',
      value: say(
        profile?.connectivity &&
          t(connectivityLabels[profile.connectivity as keyof typeof connectivityLabels]),
      ),
    },
    { term: 'Postes de travail', value: say(profile?.workstations?.toString()) },
    { term: 'Agents informaticiens', value: say(profile?.itStaff?.toString()) },
    {
      term: 'Énergie de secours',
      value: power === null || power === undefined ? unknown : t(power ? 'Oui' : 'Non'),
    },
    {
      term: 'Langues de travail',
      value: say(
        profile?.languages.map((code) => t(languageLabels[code] ?? code)).join(', ') || null,
      ),
    },
    ...listContacts(profile),
  ]
}

/** Shown only when given: nobody is obliged to publish a number. */
function listContacts(profile: CommuneProfile | undefined) {
  const { website, contactEmail, contactPhone } = profile ?? {}
  const links = [
    { term: 'Site', href: website, text: website },
    {
      term: 'Adresse électronique',
      href: contactEmail && `mailto:${contactEmail}`,
      text: contactEmail,
    },
    {
      term: 'Téléphone',
      href: contactPhone && `tel:${contactPhone}`,
      text: contactPhone && formatPhone(contactPhone),
    },
  ]
  return links.flatMap(({ term, href, text }) =>
    href
      ? [
          {
            term,
            value: (
              <a href={href} rel="noreferrer">
                {text}
              </a>
            ),
          },
        ]
      : [],
  )
}
