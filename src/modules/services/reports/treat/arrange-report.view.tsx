/** The forms of who has a report, what it is grouped with, and what everybody reads of it. */
import type { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { maskContacts } from '#platform/mask-contacts.rules.ts'
import type { Submission } from '#platform/web.ts'
import {
  Checkbox,
  Form,
  Notice,
  Page,
  RadioGroup,
  Select,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import type { Assigning, Assignment, Grouping, Publication } from './arrange-report.schema.ts'
import { type Treated, treatCrumbs, treatHref } from './load-treated.ts'

type Shown<Subject, Input extends z.ZodType> = Subject & Submission<z.infer<Input>>

export function AssignReport(props: Shown<Assigning, typeof Assignment>) {
  const { departments, members, values, errors } = props
  return (
    <Page title="Confier le signalement" errors={errors} breadcrumbs={treatCrumbs(props)}>
      <Form
        action={`${treatHref(props)}/confier`}
        submit="Confier"
        secondary={{ label: 'Annuler', href: treatHref(props) }}
      >
        <Select
          name="department"
          label="Service"
          value={values.department}
          error={errors.department}
          options={departments.map((name) => ({ value: name, label: name }))}
        />
        <Select
          name="assigneeId"
          label="Personne"
          empty="Personne en particulier"
          required={false}
          value={values.assigneeId}
          error={errors.assigneeId}
          options={members.map(({ personId, fullName }) => ({ value: personId, label: fullName }))}
        />
      </Form>
    </Page>
  )
}

export function MergeReport(props: Shown<Treated, typeof Grouping>) {
  const { similar, values, errors } = props
  return (
    <Page
      title="Regrouper avec un autre"
      lead="Qui a signalé suivra l’autre signalement, et compte parmi ceux qui disent « moi aussi »."
      errors={errors}
      breadcrumbs={treatCrumbs(props)}
    >
      {similar.length > 0 && (
        <Notice kind="info" title="Peut-être le même problème">
          <ul>
            {similar.map(({ id, reference }) => (
              <li key={id}>
                <a href={`/espace/signalements/${id}`}>{reference}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Form
        action={`${treatHref(props)}/regrouper`}
        submit="Regrouper"
        secondary={{ label: 'Annuler', href: treatHref(props) }}
      >
        <TextField
          name="reference"
          label="Numéro de l’autre signalement"
          hint="Par exemple SIG-2026-0042."
          value={values.reference ?? similar[0]?.reference}
          error={errors.reference}
        />
      </Form>
    </Page>
  )
}

export function ModerateReport(props: Shown<Treated, typeof Publication>) {
  const { report, hasPhoto, values, errors } = props
  return (
    <Page title="Ce que tout le monde voit" errors={errors} breadcrumbs={treatCrumbs(props)}>
      <h2>{t('Le texte, tel qu’il serait publié')}</h2>
      <p class="prose typed" lang="fr">
        {maskContacts(report.description)}
      </p>
      <p class="meta">
        {t(
          'Les numéros et les adresses électroniques sont masqués d’office. Le nom d’une personne ne l’est pas : ne publiez pas un texte qui en nomme une.',
        )}
      </p>
      <Form
        action={`${treatHref(props)}/publier`}
        submit="Enregistrer"
        secondary={{ label: 'Annuler', href: treatHref(props) }}
      >
        <RadioGroup
          name="visibility"
          label="Que voit tout le monde ?"
          value={values.visibility}
          error={errors.visibility}
          options={[
            { value: 'shown', label: 'Le problème, le lieu arrondi et le texte' },
            { value: 'waiting', label: 'Le problème et le lieu arrondi seulement' },
            { value: 'hidden', label: 'Rien : le signalement est retiré du public' },
          ]}
        />
        {hasPhoto && <PhotoChoice {...props} />}
        <TextArea
          name="reason"
          label="Pourquoi"
          hint="Seule la mairie le lit. Obligatoire pour retirer."
          required={false}
          rows={3}
          value={values.reason}
          error={errors.reason}
        />
      </Form>
    </Page>
  )
}

function PhotoChoice(props: Shown<Treated, typeof Publication>) {
  return (
    <>
      <p>
        <a href={`${treatHref(props)}/photo`}>{t('Voir la photo')}</a>
      </p>
      <Checkbox
        name="showsPhoto"
        label="La photo est publique : on n’y reconnaît personne"
        value={props.values.showsPhoto}
      />
    </>
  )
}
