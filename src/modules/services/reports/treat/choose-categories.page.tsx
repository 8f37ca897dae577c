/** Which reports a commune takes, and which of its departments receives each. */
import { z } from 'zod'
import { communeOfficers, getOrganisationId, worksForA } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, type Submission, seeOther } from '#platform/web.ts'
import { Checkbox, Fieldset, Form, Page, TextField } from '#web/components/index.tsx'
import { chooseCategories } from '../category.actions.ts'
import { categories } from '../category.facts.ts'
import { listTakenCategories, type TakenCategory } from '../category.queries.ts'

const path = '/espace/signalements/categories'

const departmentField = (code: string) => `service.${code}`

/** Ticked boxes of one name; a department for each category of the list. */
const Choice = z.object({
  recues: fields.choices(categories.map(({ code }) => code)),
  ...Object.fromEntries(
    categories.map(({ code }) => [departmentField(code), fields.optionalText(80)]),
  ),
})
type Choice = z.infer<typeof Choice>

export const chooseCategoriesPage = form(path, {
  load: (_: unknown, { db, actor }: Context) => listTakenCategories(db, getOrganisationId(actor)),
  allow: (actor) => worksForA(actor, 'commune', ...communeOfficers),
  input: Choice,
  initial: (taken) => toValues(taken),
  invalid: (_, submission) => <ChooseCategories {...submission} />,
  valid: async (_, choice, context) => {
    const chosen = categories
      .filter(({ code }) => choice.recues.includes(code))
      .map(({ code, department }) => ({
        category: code,
        department: String(choice[departmentField(code) as keyof Choice] || department),
      }))
    await chooseCategories(context, chosen)
    return seeOther('/espace/signalements', 'Ce que la commune reçoit est enregistré.')
  },
})

function toValues(taken: readonly TakenCategory[]) {
  const departmentOf = new Map(taken.map(({ code, department }) => [code, department]))
  return {
    recues: taken.map(({ code }) => code),
    ...Object.fromEntries(
      categories.map(({ code, department }) => [
        departmentField(code),
        departmentOf.get(code) ?? department,
      ]),
    ),
  }
}

function ChooseCategories({ values, errors }: Submission<Choice>) {
  const typed = values as Readonly<Record<string, string | readonly string[] | undefined>>
  const ticked = [typed.recues ?? []].flat()
  return (
    <Page
      title="Ce que la commune reçoit"
      lead="Cochez ce que les habitants peuvent signaler, et dites quel service s’en occupe."
      errors={errors}
      breadcrumbs={[{ label: 'Signalements', href: '/espace/signalements' }]}
    >
      <p class="meta">{t('Décocher n’efface rien : ce qui est déjà reçu reste à traiter.')}</p>
      <Form action={path} submit="Enregistrer">
        {categories.map(({ code, label, department }) => (
          <Fieldset key={code} legend={label}>
            <Checkbox
              name="recues"
              id={`recue-${code}`}
              option={code}
              label="La commune le reçoit"
              value={ticked.includes(code) ? code : ''}
            />
            <TextField
              name={departmentField(code)}
              label="Service qui s’en occupe"
              required={false}
              value={String(typed[departmentField(code)] ?? department)}
            />
          </Fieldset>
        ))}
      </Form>
    </Page>
  )
}
