/** The days off that deadlines skip: read by everybody, kept by the association. */
import { z } from 'zod'
import { formatDate, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { associationStaff, everyone } from '#platform/policy.ts'
import { action, form, page, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  ActionButton,
  Actions,
  ButtonLink,
  Checkbox,
  DateField,
  EmptyState,
  Form,
  Page,
  Table,
  Tag,
  TextField,
} from '#web/components/index.tsx'
import { addHoliday, removeHoliday } from './holiday.actions.ts'
import { getHoliday, type Holiday, listHolidays } from './holiday.queries.ts'
import { NewHoliday } from './holiday.schema.ts'

const list = '/jours-feries'

export const listHolidaysPage = page(list, {
  load: (_, { db, now }) => listHolidays(db, toDay(now)),
  allow: everyone,
  view: (holidays, { actor }) => (
    <ListHolidays holidays={holidays} isKeeper={associationStaff(actor, null)} />
  ),
})

export const addHolidayPage = form('/espace/jours-feries', {
  load: () => null,
  allow: associationStaff,
  input: NewHoliday,
  invalid: (_, submission) => <AddHoliday {...submission} />,
  valid: async (_, holiday, context) => {
    if (holiday.day < toDay(context.now)) return refuse({ day: 'Indiquez un jour à venir' })
    if (!(await addHoliday(context, holiday)))
      return refuse({ day: 'Ce jour est déjà dans la liste' })
    return seeOther(list, 'Le jour est ajouté : les prochains délais en tiennent compte.')
  },
})

export const removeHolidayAction = action('/espace/jours-feries/:holidayId/retirer', {
  load: ({ holidayId }, { db }) => getHoliday(db, holidayId),
  allow: associationStaff,
  input: z.object({}),
  back: () => list,
  act: async (holiday, _, context) => {
    await removeHoliday(context, holiday)
    return seeOther(list, 'Le jour est retiré de la liste.')
  },
})

interface Listed {
  readonly holidays: readonly Holiday[]
  readonly isKeeper: boolean
}

function ListHolidays({ holidays, isKeeper }: Listed) {
  const columns = [
    { key: 'day', label: 'Jour' },
    { key: 'name', label: 'Fête' },
    { key: 'source', label: 'Source' },
  ]
  return (
    <Page
      title="Les jours fériés"
      lead="Les délais en jours ouvrés ne comptent ni les samedis, ni les dimanches, ni ces jours."
    >
      {isKeeper && (
        <Actions>
          <ButtonLink href="/espace/jours-feries" kind="primary">
            Ajouter un jour férié
          </ButtonLink>
        </Actions>
      )}
      {holidays.length === 0 ? (
        <EmptyState title="Aucun jour férié à venir n’est inscrit : la liste officielle reste à confirmer par l’association. En attendant, les délais comptent du lundi au vendredi." />
      ) : (
        <Table
          caption="Les jours fériés à venir"
          columns={isKeeper ? [...columns, { key: 'act', label: 'Action' }] : columns}
          rows={holidays.map(toRow)}
        />
      )}
    </Page>
  )
}

function toRow({ id, day, name, source, isConfirmed }: Holiday) {
  return {
    day: formatDate(day),
    name,
    source: isConfirmed ? source : <Tag tone="warning">{t('à confirmer')}</Tag>,
    act: (
      <ActionButton
        action={`/espace/jours-feries/${id}/retirer`}
        label="Retirer"
        confirm="Les délais déjà comptés gardent leur date."
      />
    ),
  }
}

function AddHoliday({ values, errors }: Submission<NewHoliday>) {
  return (
    <Page
      title="Ajouter un jour férié"
      errors={errors}
      breadcrumbs={[{ label: t('Les jours fériés'), href: list }]}
    >
      <Form submit="Ajouter ce jour">
        <DateField name="day" label="Jour" value={values.day} error={errors.day} />
        <TextField name="name" label="Fête" value={values.name} error={errors.name} />
        <TextField
          name="source"
          label="Source"
          hint="Où le texte se lit."
          value={values.source}
          error={errors.source}
          required={false}
        />
        <Checkbox
          name="isConfirmed"
          label="Un texte publié confirme ce jour"
          value={values.isConfirmed}
          error={errors.isConfirmed}
        />
      </Form>
    </Page>
  )
}
