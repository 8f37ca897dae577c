/** What a commune says of its own means: needs and matching start from it. */

import { sql } from 'kysely'
import { z } from 'zod'
import { getOrganisationId, worksForA } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  CheckboxGroup,
  EmailField,
  Form,
  Hidden,
  NumberField,
  Page,
  PhoneField,
  RadioGroup,
  Select,
  UrlField,
} from '#web/components/index.tsx'
import { choicesOf, codesOf, connectivityLabels, languageLabels } from '../labels.ts'
import { type Commune, findProfile, getCommune } from './commune.queries.ts'

const Profile = z.object({
  connectivity: z.preprocess(
    (value) => value || null,
    z.enum(codesOf(connectivityLabels), 'Choisissez une réponse').nullable(),
  ),
  workstations: fields.optionalInteger(0, 10_000),
  itStaff: fields.optionalInteger(0, 1000),
  hasBackupPower: z.preprocess(
    (value) => (value === 'oui' ? true : value === 'non' ? false : null),
    z.boolean().nullable(),
  ),
  languages: fields.choices(Object.keys(languageLabels)),
  website: fields.optionalUrl(),
  contactEmail: fields.optionalEmail(),
  contactPhone: fields.optionalPhone(),
  version: fields.version(),
})
type Profile = z.infer<typeof Profile>

const path = '/espace/commune'

export const editProfilePage = form(path, {
  load: async (_, { db, actor }) => {
    const commune = await getCommune(db, getOrganisationId(actor))
    return { commune, profile: await findProfile(db, commune.id) }
  },
  allow: (actor) => worksForA(actor, 'commune', 'secretary', 'mayor', 'itOfficer'),
  input: Profile,
  initial: ({ profile }) => ({
    ...profile,
    version: profile?.version ?? 0,
    hasBackupPower: sayPower(profile?.hasBackupPower) as never,
  }),
  invalid: ({ commune }, submission) => <ProfileForm commune={commune} {...submission} />,
  valid: async ({ commune }, profile, context) => {
    if (!(await keepProfile(context, commune, profile))) {
      return refuse({
        form: 'Quelqu’un a modifié ce profil pendant que vous écriviez. Vérifiez vos réponses, puis enregistrez de nouveau depuis une page rechargée.',
      })
    }
    return seeOther(`/communes/${commune.slug}`, 'Le profil de la commune est à jour.')
  },
})

function sayPower(has: boolean | null | undefined): string | undefined {
  return has === null || has === undefined ? undefined : has ? 'oui' : 'non'
}

/** False when another version was saved since the page was shown. */
async function keepProfile(
  { db, actor, now }: Context,
  commune: Commune,
  { version, ...answers }: Profile,
): Promise<boolean> {
  const row = { ...answers, version: version + 1, updatedAt: now, updatedBy: actor.id }
  const kept = await db
    .insertInto('directory.communeProfile')
    .values({ communeId: commune.id, ...row })
    .onConflict((conflict) =>
      conflict
        .column('communeId')
        .doUpdateSet(row)
        .where(sql`commune_profile.version`, '=', version),
    )
    .returning('version')
    .executeTakeFirst()
  if (!kept) return false
  await recordAudit(
    db,
    {
      actor,
      organisationId: commune.id,
      action: 'commune.profile',
      subjectKind: 'commune',
      subjectId: commune.id,
      details: { version: kept.version },
    },
    now,
  )
  return true
}

function ProfileForm({ commune, values, errors }: Submission<Profile> & { commune: Commune }) {
  return (
    <Page
      title="Les moyens numériques de la commune"
      errors={errors}
      breadcrumbs={[{ label: commune.name, href: `/communes/${commune.slug}` }]}
    >
      <Form action={path} submit="Enregistrer">
        <Hidden name="version" value={values.version ?? '0'} />
        <Select
          name="connectivity"
          label="Connexion de la mairie"
          required={false}
          value={values.connectivity}
          error={errors.connectivity}
          options={[{ value: '', label: 'Je ne sais pas' }, ...choicesOf(connectivityLabels)]}
        />
        <NumberField
          name="workstations"
          label="Postes de travail"
          required={false}
          value={values.workstations}
          error={errors.workstations}
        />
        <NumberField
          name="itStaff"
          label="Agents informaticiens"
          required={false}
          value={values.itStaff}
          error={errors.itStaff}
        />
        <RadioGroup
          name="hasBackupPower"
          label="Énergie de secours (solaire, groupe, onduleur)"
          required={false}
          value={values.hasBackupPower}
          error={errors.hasBackupPower}
          options={[
            { value: 'oui', label: 'Oui' },
            { value: 'non', label: 'Non' },
          ]}
        />
        <CheckboxGroup
          name="languages"
          label="Langues de travail avec les habitants"
          required={false}
          value={values.languages ?? []}
          error={errors.languages}
          options={choicesOf(languageLabels)}
        />
        <UrlField
          name="website"
          label="Site de la commune"
          required={false}
          value={values.website}
          error={errors.website}
        />
        <EmailField
          name="contactEmail"
          label="Adresse électronique publique"
          required={false}
          value={values.contactEmail}
          error={errors.contactEmail}
        />
        <PhoneField
          name="contactPhone"
          label="Téléphone public"
          required={false}
          value={values.contactPhone}
          error={errors.contactPhone}
        />
      </Form>
    </Page>
  )
}
