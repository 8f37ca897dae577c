/** Writing a letter anew from the present figures: what nobody touched follows; what somebody edited is asked for, part by part. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { compareTexts } from '#platform/text-difference.rules.ts'
import { type Context, fields, form, type Submission, seeOther } from '#platform/web.ts'
import { CheckboxGroup, Difference, Form, Page } from '#web/components/index.tsx'
import { letterPolicy } from './letter.policy.ts'
import { getLetter } from './letter.queries.ts'
import { type Letter, sectionKeys } from './letter.schema.ts'
import { letterAddress, letterBack } from './move-letter.pages.tsx'
import { type FreshSection, isEdited, listFreshSections, refreshSections } from './save-letter.ts'

const Refresh = z.object({ overwritten: fields.choices(sectionKeys) })

interface Refreshing {
  readonly letter: Letter
  readonly fresh: readonly FreshSection[]
}

export const refreshLetterPage = form('/espace/lettres-de-cadrage/:letterId/rediger-de-nouveau', {
  load: async ({ letterId }: { letterId: string }, { db }: Context): Promise<Refreshing> => {
    const letter = await getLetter(db, letterId)
    return { letter, fresh: await listFreshSections(db, letter) }
  },
  allow: (actor, { letter }) => letterPolicy.edit(actor, letter),
  input: Refresh,
  invalid: (refreshing, submission) => <RefreshLetter {...refreshing} {...submission} />,
  valid: async ({ letter }, { overwritten }, context) => {
    await refreshSections(context, letter, overwritten)
    return seeOther(
      letterAddress(letter),
      'La lettre est rédigée de nouveau. Les parties que vous aviez écrites sont restées, sauf celles que vous avez cochées.',
    )
  },
})

function RefreshLetter({
  letter,
  fresh,
  values,
  errors,
}: Refreshing & Submission<z.infer<typeof Refresh>>) {
  const edited = fresh.filter(
    ({ section, fresh: next }) => isEdited(section) && section.body !== next.body,
  )
  const changing = fresh.filter(
    ({ section, fresh: next }) => !isEdited(section) && section.body !== next.body,
  )
  return (
    <Page title="Rédiger de nouveau" errors={errors} breadcrumbs={[letterBack(letter)]}>
      <p>
        {t(
          'Le texte suit le schéma directeur, le budget, l’exécution et les plafonds tels qu’ils sont aujourd’hui. Les lignes, les plafonds et le calendrier ne changent pas.',
        )}
      </p>
      <p>
        {changing.length === 0
          ? t('Aucune partie rédigée par Cauri n’est à reprendre.')
          : t('Parties reprises : {titles}.', {
              titles: changing.map(({ section }) => section.title).join(', '),
            })}
      </p>
      <Form
        action={`${letterAddress(letter)}/rediger-de-nouveau`}
        submit="Rédiger de nouveau"
        secondary={{ label: 'Annuler', href: letterAddress(letter) }}
      >
        {edited.length > 0 && (
          <CheckboxGroup
            name="overwritten"
            label="Parties que vous avez écrites"
            hint="Elles restent comme elles sont. Cochez celles que Cauri peut remplacer."
            options={edited.map(({ section }) => ({ value: section.key, label: section.title }))}
            value={values.overwritten}
            error={errors.overwritten}
            required={false}
          />
        )}
      </Form>
      <Differences edited={edited} />
    </Page>
  )
}

/** What each edited part would become. */
function Differences({ edited }: { edited: readonly FreshSection[] }) {
  return (
    <>
      {edited.map(({ section, fresh }) => (
        <section key={section.key}>
          <h2>{section.title}</h2>
          <Difference pieces={compareTexts(section.body, fresh.body)} />
        </section>
      ))}
    </>
  )
}
