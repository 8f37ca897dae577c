/** The services of one domain, with a level to choose for each. */
import { domainLabels } from '#modules/directory/index.ts'
import { getOrganisationId } from '#platform/actor.ts'
import { orNotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { type Context, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Details, Form, Hidden, Page, Select } from '#web/components/index.tsx'
import { type Level, levels, rankLevel } from './level.rules.ts'
import { chosenName, LevelsInput, readChanges, shownName } from './level-fields.ts'
import { groupServices, toListed } from './listed-service.ts'
import { declareLevels } from './offer.actions.ts'
import { offerPolicy } from './offer.policy.ts'
import { listOffersOfCommune } from './offer.queries.ts'
import { levelHints, levelLabels } from './service.labels.ts'
import type { ListedService } from './service-list.rules.ts'
import { listSheets } from './sheet.queries.ts'

interface Declaring {
  readonly communeId: string
  readonly domain: string
  readonly services: readonly ListedService[]
  readonly stored: ReadonlyMap<string, Level>
}

export const declareLevelsPage = form('/espace/services/domaines/:domain', {
  load: ({ domain }: { domain: string }, context) => loadDeclaring(domain, context),
  allow: (actor, { communeId }) => offerPolicy.declare(actor, { communeId }),
  input: LevelsInput,
  initial: ({ services, stored }) =>
    Object.fromEntries(services.map(({ code }) => [chosenName(code), stored.get(code) ?? ''])),
  invalid: (declaring, submission) => <DeclareLevels {...declaring} {...submission} />,
  valid: async ({ communeId, services }, typed, context) => {
    const asked = services.map(({ code }) => code)
    const others = await declareLevels(context, communeId, readChanges(typed, asked))
    if (others.size > 0) return refuse(describeOthers(others))
    return seeOther('/espace/services', 'Les services du domaine sont à jour.')
  },
})

async function loadDeclaring(domain: string, { db, actor }: Context): Promise<Declaring> {
  const communeId = getOrganisationId(actor)
  const groups = groupServices((await listSheets(db)).map(toListed))
  const { services } = orNotFound(groups.find((group) => group.domain === domain))
  const offers = await listOffersOfCommune(db, communeId)
  return {
    communeId,
    domain,
    services,
    stored: new Map(offers.map(({ serviceCode, level }) => [serviceCode, level])),
  }
}

function describeOthers(others: ReadonlyMap<string, Level>): Record<string, string> {
  return Object.fromEntries(
    [...others].map(([code, level]) => [
      chosenName(code),
      t(
        'Quelqu’un a indiqué entre-temps : {level}. Choisissez ce qui est juste, puis enregistrez.',
        {
          level: t(levelLabels[level].label),
        },
      ),
    ]),
  )
}

type Props = Declaring & Submission<Record<string, unknown>>

function DeclareLevels({ domain, services, stored, values, errors }: Props) {
  return (
    <Page
      title={domainLabels[domain] ?? domain}
      errors={errors}
      breadcrumbs={[{ label: 'Les services de la commune', href: '/espace/services' }]}
    >
      <Details summary="Ce que veut dire chaque niveau">
        <ul>
          {levels.map((level) => (
            <li key={level}>
              <b>{t(levelLabels[level].label)}</b> : {t(levelHints[level])}
            </li>
          ))}
        </ul>
      </Details>
      <Form submit="Enregistrer" secondary={{ label: 'Annuler', href: '/espace/services' }}>
        {services.map(({ code, label, description }) => (
          <LevelField
            key={code}
            code={code}
            label={label}
            hint={description}
            shown={stored.get(code)}
            value={values[chosenName(code)]}
            error={errors[chosenName(code)]}
          />
        ))}
      </Form>
    </Page>
  )
}

interface LevelFieldProps {
  readonly code: string
  readonly label: string
  readonly hint: string
  readonly shown: Level | undefined
  readonly value: unknown
  readonly error: string | undefined
}

/** After a refusal the page shows what is stored now: whoever saves again has seen it. */
function LevelField({ code, label, hint, shown, value, error }: LevelFieldProps) {
  return (
    <>
      <Hidden name={shownName(code)} value={shown ?? ''} />
      <Select
        name={chosenName(code)}
        label={label}
        hint={hint}
        required={false}
        empty="Non renseigné"
        value={typeof value === 'string' ? value : undefined}
        error={error}
        options={levels.map((level) => ({
          value: level,
          label: `${rankLevel(level)} · ${t(levelLabels[level].label)}`,
        }))}
      />
      <p class="meta">
        <a href={`/espace/services/${code}`}>
          {t('Adresse, délai et tarifs : {service}', { service: t(label) })}
        </a>
      </p>
    </>
  )
}
