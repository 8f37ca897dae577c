/** The form of a report: the problem, where it is, a photo, how to be told what becomes of it. */
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import type { Submission } from '#platform/web.ts'
import {
  Checkbox,
  EmailField,
  FieldGroup,
  Fieldset,
  FileField,
  Form,
  Island,
  Notice,
  Page,
  PhoneField,
  Select,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import { PositionFields } from '../../forms/position-fields.view.tsx'
import { nameCategory } from '../category.facts.ts'
import { reportStatusLabels } from '../report.labels.ts'
import type { Told } from './report.fields.ts'
import type { Sending } from './sending.types.ts'

type Props = Sending & Submission<Told>

export function SendReport(props: Props) {
  const { commune, categories, errors } = props
  const base = `/communes/${commune.slug}`
  return (
    <Page
      title="Signaler un problème"
      kicker={commune.name}
      errors={errors}
      breadcrumbs={[
        { label: 'Signalements', href: '/signalements' },
        { label: commune.name, href: `${base}/signalements` },
      ]}
    >
      {categories.length === 0 ? (
        <Notice kind="info" title="Cette commune ne reçoit pas encore de signalements ici.">
          <p>{t('Adressez-vous à votre mairie.')}</p>
        </Notice>
      ) : (
        <Form action={`${base}/signaler`} submit="Envoyer mon signalement" multipart>
          <Similar {...props} />
          <Problem {...props} />
          <Place {...props} />
          <Contact {...props} />
          <p class="meta">
            {t(
              'Tout le monde verra le genre de problème, l’arrondissement et une position arrondie ; votre texte et votre photo, seulement si la mairie les publie après les avoir relus. Vos coordonnées ne sont jamais publiques.',
            )}{' '}
            <a href="/aide/confidentialite">{t('En savoir plus')}</a>
          </p>
        </Form>
      )}
    </Page>
  )
}

/** Only once it was sent: whoever tells should not have to look for others first. */
function Similar({ similar, values, errors }: Props) {
  if (similar.length === 0) return null
  return (
    <Notice kind="warning" title="Est-ce l’un de ceux-ci ?">
      <p>{t('Dire « moi aussi » compte autant, et la mairie va plus vite.')}</p>
      <ul>
        {similar.map(({ reference, status, receivedAt, arrondissement, supports }) => (
          <li key={reference}>
            <a href={`/signalements/${reference}`}>{t('Voir {reference}', { reference })}</a>
            {' : '}
            {[
              arrondissement,
              t('reçu le {date}', { date: formatDate(receivedAt) }),
              t(reportStatusLabels[status]),
              t(
                '{count, plural, =0 {aucun « moi aussi »} one {# « moi aussi »} other {# « moi aussi »}}',
                {
                  count: supports,
                },
              ),
            ]
              .filter(Boolean)
              .join(', ')}
          </li>
        ))}
      </ul>
      <Checkbox
        name="isOther"
        label="Non, le mien est différent : je l’envoie"
        value={values.isOther}
        error={errors.isOther}
      />
    </Notice>
  )
}

function Problem({ categories, values, errors }: Props) {
  return (
    <>
      <Select
        name="category"
        label="Quel est le problème ?"
        value={values.category}
        error={errors.category}
        options={categories.map(({ code }) => ({ value: code, label: nameCategory(code) }))}
      />
      <TextArea
        name="description"
        label="Ce que vous avez vu"
        hint="Sans nommer personne. Si quelqu’un est en danger, appelez d’abord les secours."
        value={values.description}
        error={errors.description}
        limit={2000}
        rows={4}
      />
      <FileField
        name="photo"
        label="Photo"
        hint="Ce que l’appareil y a écrit (lieu, date) est effacé."
        accept="image/jpeg,image/png,image/webp"
        maxMegabytes={8}
        required={false}
        values={values}
        error={errors.photo}
      />
    </>
  )
}

function Place({ arrondissements, values, errors }: Props) {
  return (
    <Fieldset legend="Où est-ce ?">
      <Select
        name="arrondissement"
        label="Arrondissement"
        value={values.arrondissement}
        required={false}
        options={arrondissements.map((name) => ({ value: name, label: name }))}
      />
      <TextField
        name="quartier"
        label="Quartier ou village"
        value={values.quartier}
        required={false}
        error={errors.quartier}
      />
      <TextField
        name="landmark"
        label="Repère"
        hint="Près de quoi : école, marché, pont, borne. Seule la mairie le lit."
        value={values.landmark}
        required={false}
        error={errors.landmark}
      />
      <FieldGroup name="position" label="Position" required={false}>
        <PositionFields
          name="position"
          latitude={values['position.latitude'] ?? ''}
          longitude={values['position.longitude'] ?? ''}
          errors={{
            latitude: errors['position.latitude'],
            longitude: errors['position.longitude'],
          }}
        />
      </FieldGroup>
      <Island name="locate.js" />
    </Fieldset>
  )
}

function Contact({ values, errors }: Props) {
  return (
    <Fieldset legend="Pour avoir des nouvelles">
      <PhoneField
        name="phone"
        label="Téléphone"
        value={values.phone}
        required={false}
        error={errors.phone}
      />
      <EmailField
        name="email"
        label="Adresse électronique"
        hint="L’un des deux suffit ; sans rien, le code de suivi vous est donné à l’écran."
        value={values.email}
        required={false}
        error={errors.email}
      />
    </Fieldset>
  )
}
