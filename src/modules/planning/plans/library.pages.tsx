/** The library of actions, for everybody; its costs, which the association dates and explains. */
import type { Actor } from '#platform/actor.ts'
import { formatDate, formatMoney, formatNumber, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { associationStaff, everyone } from '#platform/policy.ts'
import { type Context, form, page, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  Card,
  CardList,
  Checkbox,
  DateField,
  DefinitionList,
  Fieldset,
  Form,
  MoneyField,
  Page,
  Table,
  TextArea,
} from '#web/components/index.tsx'
import { axes, axisLabels } from '../axes.ts'
import { saveCost } from './library.actions.ts'
import { getLibraryAction, listCosts, listLibrary } from './library.queries.ts'
import {
  type BracketField,
  bracketFields,
  bracketRows,
  type CostBracket,
  CostInput,
  type CostValues,
  type LibraryAction,
  type LibraryCost,
} from './library.schema.ts'
import { nameMechanism } from './plan.labels.ts'

export const libraryPage = page('/schemas-directeurs/actions', {
  load: async (_, { db, now }) => ({ library: await listLibrary(db, toDay(now)) }),
  allow: everyone,
  isPublic: true,
  view: ({ library }) => <Library library={library} />,
})

function Library({ library }: { library: readonly LibraryAction[] }) {
  return (
    <Page
      title="La bibliothèque d’actions"
      lead="Ce qu’une commune peut faire du numérique, axe par axe. Les coûts sont des ordres de grandeur de l’association, à confirmer."
      breadcrumbs={[{ label: 'Schémas directeurs', href: '/schemas-directeurs' }]}
    >
      {axes.map((axis) => (
        <section key={axis}>
          <h2>{t(axisLabels[axis])}</h2>
          <ul>
            {library
              .filter((action) => action.axis === axis)
              .map(({ code, title }) => (
                <li key={code}>
                  <a href={`/schemas-directeurs/actions/${code}`}>{title}</a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Page>
  )
}

interface Shown {
  readonly action: LibraryAction
  readonly library: readonly LibraryAction[]
  readonly costs: readonly LibraryCost[]
}

async function loadShown({ code }: { code: string }, { db, now }: Context): Promise<Shown> {
  const day = toDay(now)
  return {
    action: await getLibraryAction(db, code, day),
    library: await listLibrary(db, day),
    costs: await listCosts(db, code),
  }
}

export const libraryActionPage = page('/schemas-directeurs/actions/:code', {
  load: loadShown,
  allow: everyone,
  view: (shown, { actor }) => <ShowLibraryAction {...shown} actor={actor} />,
})

function ShowLibraryAction({ action, library, costs, actor }: Shown & { actor: Actor }) {
  return (
    <Page
      title={action.title}
      lead={action.purpose}
      breadcrumbs={[{ label: 'Bibliothèque d’actions', href: '/schemas-directeurs/actions' }]}
    >
      <DefinitionList items={listFacts(action, library)} />
      <h2>{t('Ce qu’elle coûte')}</h2>
      <CostTable brackets={action.cost.brackets} />
      <p class="meta">
        {action.cost.source} {!action.cost.isConfirmed && t('À confirmer.')}
      </p>
      {associationStaff(actor, null) && (
        <p>
          <a href={`/espace/actions-types/${action.code}`}>{t('Dire d’autres coûts')}</a>
        </p>
      )}
      {costs.length > 1 && (
        <>
          <h2>{t('Les coûts au fil du temps')}</h2>
          <CardList>
            {costs.map(({ validFrom, reason, brackets, createdAt }) => (
              <Card
                key={String(createdAt)}
                title={t('Depuis le {date}', { date: formatDate(validFrom) })}
                level={3}
              >
                <p>{reason}</p>
                <CostTable brackets={brackets} />
              </Card>
            ))}
          </CardList>
        </>
      )}
    </Page>
  )
}

function listFacts(action: LibraryAction, library: readonly LibraryAction[]) {
  const titleOf = new Map(library.map(({ code, title }) => [code, title]))
  return [
    { term: 'Axe', value: t(axisLabels[action.axis]) },
    {
      term: 'Durée',
      value: t('{years, plural, one {# an} other {# ans}}', { years: action.durationYears }),
    },
    { term: 'Après', value: action.needs.map((code) => titleOf.get(code)).join(', ') },
    { term: 'Mécanisme envisagé', value: t(nameMechanism(action.mechanism)) },
    { term: 'Se partage entre communes', value: action.isPoolable ? t('Oui') : t('Non') },
    { term: 'Service responsable', value: action.department },
    { term: 'Se mesure par', value: `${action.indicator.label} (${action.indicator.unit})` },
  ]
}

function CostTable({ brackets }: { brackets: readonly CostBracket[] }) {
  return (
    <Table
      caption="Fourchettes par population"
      isCaptionHidden
      columns={[
        { key: 'population', label: 'Population' },
        { key: 'investment', label: 'Investissement', numeric: true },
        { key: 'running', label: 'Par an ensuite', numeric: true },
      ]}
      rows={brackets.map((bracket, index) => ({
        population: nameBracket(brackets, index),
        investment: sayRange(bracket.investment),
        running: sayRange(bracket.running),
      }))}
    />
  )
}

const sayRange = ([lowest, highest]: readonly [number, number]) =>
  t('{from} à {to}', { from: formatNumber(lowest), to: formatMoney(highest) })

function nameBracket(brackets: readonly CostBracket[], index: number): string {
  const upTo = brackets[index]?.upTo
  return upTo === null || upTo === undefined
    ? t('Plus de {count} habitants', { count: formatNumber(brackets[index - 1]?.upTo ?? 0) })
    : t('Jusqu’à {count} habitants', { count: formatNumber(upTo) })
}

export const editCostPage = form('/espace/actions-types/:code', {
  load: loadShown,
  allow: (actor) => associationStaff(actor, null),
  input: CostInput,
  initial: ({ action }, { now }) => toValues(action.cost.brackets, toDay(now)),
  invalid: (shown, submission) => <EditCost {...shown} {...submission} />,
  valid: async ({ action }, input, context) => {
    const brackets = readBrackets(action.cost.brackets, input)
    if (!Array.isArray(brackets)) return refuse(brackets)
    await saveCost(context, action.code, { ...input, brackets })
    return seeOther(
      `/schemas-directeurs/actions/${action.code}`,
      'Les coûts sont enregistrés. Les plans déjà dressés gardent les leurs.',
    )
  },
})

const readOne = (input: CostValues, name: BracketField, row: number) =>
  (input as Record<string, unknown>)[`${name}${row}`] as number | null

function readBrackets(
  current: readonly CostBracket[],
  input: CostValues,
): CostBracket[] | Record<string, string> {
  const errors: Record<string, string> = {}
  const brackets = bracketRows.map((row): CostBracket => {
    const [from, to, runsFrom, runsTo] = bracketFields.map((name) => readOne(input, name, row) ?? 0)
    if ((from ?? 0) > (to ?? 0)) errors[`investmentMax${row}`] = 'Le plus haut est sous le plus bas'
    if ((runsFrom ?? 0) > (runsTo ?? 0))
      errors[`runningMax${row}`] = 'Le plus haut est sous le plus bas'
    return {
      upTo: current[row]?.upTo ?? null,
      investment: [from ?? 0, to ?? 0],
      running: [runsFrom ?? 0, runsTo ?? 0],
    }
  })
  return Object.keys(errors).length > 0 ? errors : brackets
}

function toValues(brackets: readonly CostBracket[], day: string) {
  return {
    validFrom: day,
    ...Object.fromEntries(
      brackets.flatMap(({ investment, running }, row) => [
        [`investmentMin${row}`, String(investment[0])],
        [`investmentMax${row}`, String(investment[1])],
        [`runningMin${row}`, String(running[0])],
        [`runningMax${row}`, String(running[1])],
      ]),
    ),
  }
}

const fieldLabels: Readonly<Record<BracketField, string>> = {
  investmentMin: 'Investissement, au plus bas',
  investmentMax: 'Investissement, au plus haut',
  runningMin: 'Par an, au plus bas',
  runningMax: 'Par an, au plus haut',
}

function EditCost({ action, values, errors }: Shown & Submission<CostValues>) {
  const typed = values as Record<string, string | undefined>
  const problems = errors as Record<string, string | undefined>
  return (
    <Page
      title="Dire d’autres coûts"
      lead={action.title}
      errors={errors}
      breadcrumbs={[{ label: action.title, href: `/schemas-directeurs/actions/${action.code}` }]}
    >
      <Form submit="Enregistrer les coûts">
        <DateField
          name="validFrom"
          label="Valables depuis"
          value={typed.validFrom}
          error={problems.validFrom}
        />
        <TextArea
          name="reason"
          label="D’où viennent ces montants"
          hint="Achats de communes, devis, étude : ce texte est public."
          value={typed.reason}
          error={problems.reason}
          rows={3}
        />
        <Checkbox
          name="isConfirmed"
          label="Confirmés par des achats"
          value={typed.isConfirmed}
          error={problems.isConfirmed}
        />
        {bracketRows.map((row) => (
          <Fieldset key={row} legend={nameBracket(action.cost.brackets, row)}>
            {bracketFields.map((name) => (
              <MoneyField
                key={name}
                name={`${name}${row}`}
                label={fieldLabels[name]}
                value={typed[`${name}${row}`]}
                error={problems[`${name}${row}`]}
              />
            ))}
          </Fieldset>
        ))}
      </Form>
    </Page>
  )
}
