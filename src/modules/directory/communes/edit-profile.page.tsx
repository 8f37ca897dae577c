/** The page where a commune says what means it has: needs and matching start from it. */
import { getOrganisationId } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  CheckboxGroup,
  choicesOf,
  EmailField,
  Form,
  FormSection,
  Hidden,
  NumberField,
  Page,
  PhoneField,
  RadioGroup,
  Select,
  UrlField,
} from '#web/components/index.tsx'
import { changedMeanwhile, describeConflict } from '../changes.rules.ts'
import { connectivityLabels, languageLabels } from '../labels.ts'
import { saveProfile } from './commune.actions.ts'
import { mayEditProfile } from './commune.policy.ts'
import { type Commune, type CommuneProfile, findProfile, getCommune } from './commune.queries.ts'
import { ProfileEdit, profileNames } from './commune-profile.schema.ts'

interface Subject {
  readonly commune: Commune
  readonly profile: CommuneProfile | undefined
}

export const editProfilePage = form('/espace/commune', {
  load: async (_, { db, actor }): Promise<Subject> => {
    const commune = await getCommune(db, getOrganisationId(actor))
    return { commune, profile: await findProfile(db, commune.id) }
  },
  allow: (actor, { commune }) => mayEditProfile(actor, commune),
  input: ProfileEdit,
  initial: ({ profile }) => ({
    ...profile,
    version: profile?.version ?? 0,
    hasBackupPower: sayAnswer(profile?.hasBackupPower),
  }),
  invalid: (subject, submission) => <EditProfile {...subject} {...submission} />,
  valid: async ({ commune, profile }, answers, context) => {
    if (!(await saveProfile(context, commune.id, answers)))
      return refuse({
        ...describeConflict(profileNames, profile ?? {}, answers),
        version: changedMeanwhile,
      })
    return seeOther(`/communes/${commune.slug}`, 'Le profil de la commune est à jour.')
  },
})

/** As the radio buttons send it. */
function sayAnswer(has: boolean | null | undefined): string {
  if (has === null || has === undefined) return 'inconnu'
  return has ? 'oui' : 'non'
}

type Props = Subject & Submission<ProfileEdit>

function EditProfile({ commune, profile, values, errors }: Props) {
  return (
    <Page
      title="Les moyens numériques de la commune"
      errors={errors}
      breadcrumbs={[{ label: commune.name, href: `/communes/${commune.slug}` }]}
    >
      <p>
        {t(
          'Ces réponses sont publiques. Elles servent à ne proposer que des solutions qui peuvent fonctionner ici ; ce que vous laissez vide est montré comme inconnu.',
        )}
      </p>
      <Form submit="Enregistrer">
        <Hidden
          name="version"
          value={(errors.version ? profile?.version : values.version) ?? '0'}
        />
        <ProfileFields values={values} errors={errors} />
      </Form>
    </Page>
  )
}

function ProfileFields({ values, errors }: Pick<Props, 'values' | 'errors'>) {
  const field = (name: keyof typeof profileNames) => ({
    name,
    label: profileNames[name].label,
    required: false,
    error: errors[name],
  })
  return (
    <>
      <Select
        {...field('connectivity')}
        empty="Je ne sais pas"
        value={values.connectivity}
        options={choicesOf(connectivityLabels)}
      />
      <NumberField {...field('workstations')} value={values.workstations} />
      <NumberField {...field('itStaff')} value={values.itStaff} />
      <RadioGroup
        {...field('hasBackupPower')}
        value={values.hasBackupPower}
        options={[
          { value: 'oui', label: 'Oui' },
          { value: 'non', label: 'Non' },
          { value: 'inconnu', label: 'Je ne sais pas' },
        ]}
      />
      <CheckboxGroup
        {...field('languages')}
        value={values.languages ?? []}
        options={choicesOf(languageLabels)}
      />
      <FormSection title="Joindre la commune">
        <UrlField {...field('website')} value={values.website} />
        <EmailField {...field('contactEmail')} value={values.contactEmail} />
        <PhoneField {...field('contactPhone')} value={values.contactPhone} />
      </FormSection>
    </>
  )
}
