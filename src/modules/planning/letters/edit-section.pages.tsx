/** One part of a letter, or its head, edited; what somebody else saved meanwhile is shown and never lost. */
import type { z } from 'zod'
import { NotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { type Context, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  Details,
  Form,
  Hidden,
  Notice,
  Page,
  Prose,
  TextArea,
  TextField,
} from '#web/components/index.tsx'
import { sectionHints } from './letter.labels.ts'
import { letterPolicy } from './letter.policy.ts'
import { getLetter } from './letter.queries.ts'
import { EditHead, EditSection, type Letter, type LetterSection } from './letter.schema.ts'
import { letterAddress, letterBack } from './move-letter.pages.tsx'
import { changedMeanwhile, claimVersion, getSection, isEdited, saveSection } from './save-letter.ts'

interface Editing {
  readonly letter: Letter
  readonly section: LetterSection
}

const editSectionPage = form('/espace/lettres-de-cadrage/:letterId/sections/:section', {
  load: async ({ letterId, section: key }, { db }): Promise<Editing> => {
    const letter = await getLetter(db, letterId)
    const section = await getSection(db, letterId, key)
    if (!section) throw new NotFound()
    return { letter, section }
  },
  allow: (actor, { letter }) => letterPolicy.edit(actor, letter),
  input: EditSection,
  initial: ({ section: { title, body, version } }) => ({ title, body, version }),
  invalid: (editing, submission) => <EditPart {...editing} {...submission} />,
  valid: async ({ letter, section }, input, context) => {
    if (!(await saveSection(context, letter, section.key, input)))
      return refuse({ form: changedMeanwhile })
    return seeOther(`${letterAddress(letter)}#${section.key}`, 'Cette partie est enregistrée.')
  },
})

function EditPart({
  letter,
  section,
  values,
  errors,
}: Editing & Submission<z.infer<typeof EditSection>>) {
  const isConflict = errors.form === changedMeanwhile
  return (
    <Page
      title={section.title}
      lead={sectionHints[section.key]}
      errors={errors}
      breadcrumbs={[letterBack(letter)]}
    >
      {isConflict && (
        <Notice kind="warning" title="La version enregistrée entre-temps">
          <Prose text={section.body} />
        </Notice>
      )}
      <Form
        action={`${letterAddress(letter)}/sections/${section.key}`}
        submit="Enregistrer"
        secondary={{ label: 'Annuler', href: letterAddress(letter) }}
      >
        <Hidden
          name="version"
          value={String((isConflict ? null : values.version) ?? section.version)}
        />
        <TextField name="title" label="Titre" value={values.title} error={errors.title} />
        <TextArea
          name="body"
          label="Texte"
          hint="Une ligne vide sépare deux paragraphes ; une ligne qui commence par un tiret devient une liste."
          value={values.body}
          error={errors.body}
          rows={14}
        />
      </Form>
      {isEdited(section) && (
        <Details summary="Le texte rédigé par Cauri">
          <Prose text={section.generatedBody} />
        </Details>
      )}
    </Page>
  )
}

const editHeadPage = form('/espace/lettres-de-cadrage/:letterId/entete', {
  load: ({ letterId }: { letterId: string }, { db }: Context) => getLetter(db, letterId),
  allow: letterPolicy.edit,
  input: EditHead,
  initial: ({ addressees, signatory, version }) => ({ addressees, signatory, version }),
  invalid: (letter, submission) => <EditLetterHead letter={letter} {...submission} />,
  valid: async (letter, { version, ...head }, context) => {
    if (!(await claimVersion(context, letter, version, head)))
      return refuse({ form: changedMeanwhile })
    return seeOther(letterAddress(letter), 'L’en-tête est enregistré.')
  },
})

type HeadProps = Submission<z.infer<typeof EditHead>> & { readonly letter: Letter }

function EditLetterHead({ letter, values, errors }: HeadProps) {
  return (
    <Page title="L’en-tête de la lettre" errors={errors} breadcrumbs={[letterBack(letter)]}>
      <p>{t('Le modèle de l’association propose ces mentions ; la commune les adapte.')}</p>
      <Form
        action={`${letterAddress(letter)}/entete`}
        submit="Enregistrer"
        secondary={{ label: 'Annuler', href: letterAddress(letter) }}
      >
        <Hidden name="version" value={String(values.version ?? letter.version)} />
        <TextField
          name="addressees"
          label="À qui la lettre s’adresse"
          value={values.addressees}
          error={errors.addressees}
        />
        <TextField
          name="signatory"
          label="Qui signe"
          hint="Par exemple : Le maire."
          value={values.signatory}
          error={errors.signatory}
        />
      </Form>
    </Page>
  )
}

export const editSectionPages = [editSectionPage, editHeadPage]
