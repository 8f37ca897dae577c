/** How the commune renders one service: level, place, address, delay, tariffs. */
import { type CatalogueEntry, listAllEntries } from '#modules/directory/index.ts'
import { getOrganisationId } from '#platform/actor.ts'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  Actions,
  ButtonLink,
  DateField,
  Form,
  Hidden,
  Notice,
  NumberField,
  Page,
  RadioGroup,
  Select,
  TextArea,
  UrlField,
} from '#web/components/index.tsx'
import { FeeTable } from './fee-table.view.tsx'
import { levels } from './level.rules.ts'
import { nameService } from './listed-service.ts'
import { saveOffer } from './offer.actions.ts'
import { offerPolicy } from './offer.policy.ts'
import { findOffer } from './offer.queries.ts'
import { levelHints, levelLabels, placeLabels } from './service.labels.ts'
import { type Fee, type Offer, OfferInput, places, type Sheet } from './service.schema.ts'
import { getSheet, listFees } from './sheet.queries.ts'

interface Editing {
  readonly communeId: string
  readonly sheet: Sheet
  readonly offer: Offer | undefined
  readonly fees: readonly Fee[]
  readonly solutions: readonly CatalogueEntry[]
  readonly maySetFees: boolean
}

export const editOfferPage = form('/espace/services/:code', {
  load: ({ code }: { code: string }, context) => loadEditing(code, context),
  allow: (actor, { communeId }) => offerPolicy.declare(actor, { communeId }),
  input: OfferInput,
  initial: ({ offer }) => ({ ...offer, version: offer?.version ?? 0 }),
  invalid: (editing, submission) => <EditOffer {...editing} {...submission} />,
  valid: async ({ communeId, sheet, offer, solutions }, input, context) => {
    const problems = checkOffer(input, solutions, toDay(context.now))
    if (Object.keys(problems).length > 0) return refuse(problems)
    if (!(await saveOffer(context, communeId, sheet.serviceCode, input)))
      return refuse({ form: describeOther(offer) })
    return seeOther('/espace/services', 'Le service est à jour.')
  },
})

async function loadEditing(code: string, { db, actor }: Context): Promise<Editing> {
  const communeId = getOrganisationId(actor)
  return {
    communeId,
    sheet: await getSheet(db, code),
    offer: await findOffer(db, communeId, code),
    fees: await listFees(db, { communeId, serviceCode: code }),
    solutions: await listAllEntries(db),
    maySetFees: offerPolicy.setFee(actor, { communeId }),
  }
}

function checkOffer(
  { place, solutionId, since, level }: OfferInput,
  solutions: readonly CatalogueEntry[],
  today: string,
): Record<string, string> {
  const isKnown = solutions.some((solution) => solution.solutionId === solutionId)
  return {
    ...(since !== null && since > today && { since: 'Cette date n’est pas encore passée.' }),
    ...(place === 'solution' && !isKnown && { solutionId: 'Choisissez la solution utilisée' }),
    ...(level === 'notOffered' &&
      place !== null && { place: 'Un service qui n’est pas proposé ne se rend nulle part.' }),
  }
}

function describeOther(offer: Offer | undefined): string {
  return t(
    'Quelqu’un a modifié ce service pendant que vous écriviez (niveau enregistré : {level}). Votre saisie est gardée ci-dessous : relisez-la, puis enregistrez de nouveau.',
    { level: offer ? t(levelLabels[offer.level].label) : t('Non renseigné') },
  )
}

type Props = Editing & Submission<OfferInput>

function EditOffer(props: Props) {
  const { sheet, offer, fees, maySetFees, errors } = props
  const base = `/espace/services/${sheet.serviceCode}`
  return (
    <Page
      title={nameService(sheet.serviceCode)}
      lead={sheet.description}
      errors={errors}
      breadcrumbs={[{ label: 'Les services de la commune', href: '/espace/services' }]}
    >
      {offer?.isToConfirm && (
        <Notice kind="warning" title="Livré par un projet, à confirmer">
          <p>{t('Vérifiez le niveau et l’adresse, puis enregistrez.')}</p>
        </Notice>
      )}
      <Form submit="Enregistrer" secondary={{ label: 'Annuler', href: '/espace/services' }}>
        <OfferFields {...props} />
      </Form>
      <h2>{t('Les tarifs')}</h2>
      <FeeTable
        fees={fees}
        {...(maySetFees && {
          actionOf: (fee: Fee) =>
            fee.annulledOn === null ? (
              <a href={`/espace/services/tarifs/${fee.id}/annuler`}>
                {t('Annuler')} <span class="hide">{fee.label}</span>
              </a>
            ) : null,
        })}
      />
      {maySetFees && (
        <Actions>
          <ButtonLink kind="quiet" href={`${base}/tarif`}>
            Ajouter un tarif
          </ButtonLink>
        </Actions>
      )}
    </Page>
  )
}

function OfferFields(props: Props) {
  const { offer, values, errors } = props
  const field = fieldOf(props)
  return (
    <>
      <Hidden
        name="version"
        value={errors.form ? String(offer?.version ?? 0) : (values.version ?? '0')}
      />
      <PlaceFields {...props} />
      <DateField {...field('since')} label="Depuis" required={false} />
      <NumberField {...field('delayDays')} label="Délai de la commune, en jours" required={false} />
      <TextArea
        {...field('note')}
        label="À savoir"
        hint="Horaires, bureau, pièce propre à la commune."
        required={false}
        rows={3}
      />
    </>
  )
}

/** How far it is online, and where. */
function PlaceFields(props: Props) {
  const field = fieldOf(props)
  return (
    <>
      <RadioGroup
        {...field('level')}
        label="Niveau"
        options={levels.map((level) => ({
          value: level,
          label: levelLabels[level].label,
          hint: levelHints[level],
        }))}
      />
      <RadioGroup
        {...field('place')}
        label="Où il se rend en ligne"
        required={false}
        options={[
          { value: '', label: 'Nulle part en ligne' },
          ...places.map((value) => ({ value, label: placeLabels[value] })),
        ]}
      />
      <Select
        {...field('solutionId')}
        label="Solution utilisée"
        required={false}
        empty="Aucune"
        options={props.solutions.map(({ solutionId, name }) => ({
          value: solutionId,
          label: name,
        }))}
      />
      <UrlField
        {...field('url')}
        label="Adresse de la page"
        hint="Elle commence par https://"
        required={false}
      />
    </>
  )
}

function fieldOf({ values, errors }: Props) {
  return <Name extends keyof OfferInput & string>(name: Name) => ({
    name,
    value: values[name],
    error: errors[name],
  })
}
