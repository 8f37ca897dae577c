/** What was answered, read again screen by screen before it is sent, with the way back to each. */
import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n.ts'
import { DefinitionList, Notice } from '#web/components/index.tsx'
import type { FormProblem } from '../procedures/check-form.rules.ts'
import { findLabel } from '../procedures/find-field.rules.ts'
import type { Answers, Block, Definition, Field } from '../procedures/procedure.types.ts'
import {
  isText,
  listRows,
  type VisiblePage,
  walkForm,
  walkRow,
} from '../procedures/visible.rules.ts'
import type { FormWorld } from './form-facts.queries.ts'
import { tellAnswer } from './tell-answer.rules.ts'

interface Props {
  readonly definition: Pick<Definition, 'pages'>
  readonly answers: Answers
  readonly world: FormWorld
  /** Where a screen is corrected; without it, what is read cannot be changed any more. */
  readonly base?: string
}

export function FormReading({ definition, answers, world, base }: Props) {
  const { pages, seen } = walkForm(definition, answers)
  return (
    <>
      {pages.map(({ page, fields }) => (
        <section key={page.code} class="part">
          <h2>{page.label}</h2>
          <Lines fields={fields} seen={seen} world={world} />
          {base && (
            <p>
              <a href={`${base}/${page.code}`}>
                {t('Modifier')} <span class="hide">{page.label}</span>
              </a>
            </p>
          )}
        </section>
      ))}
    </>
  )
}

type Reading = Pick<Props, 'world'> & { readonly seen: Answers }

function Lines({ fields, seen, world }: Pick<VisiblePage, 'fields'> & Reading) {
  return (
    <DefinitionList
      items={fields.flatMap((field): { term: string; value: ComponentChildren }[] => {
        if (isText(field)) return []
        return [{ term: field.label, value: <Told field={field} seen={seen} world={world} /> }]
      })}
    />
  )
}

function Told({ field, seen, world }: { readonly field: Field } & Reading) {
  if (isText(field)) return null
  if (field.type === 'block') return <Rows block={field} seen={seen} world={world} />
  const told = tellAnswer(field, seen[field.code], { seen, communes: world.communes })
  return told === null ? (
    <span class="soft">{t('Non renseigné')}</span>
  ) : (
    <span class="typed" lang="fr">
      {told}
    </span>
  )
}

function Rows({ block, seen, world }: { readonly block: Block } & Reading) {
  const rows = listRows(seen[block.code])
  if (rows.length === 0) return <span class="soft">{t('Aucun')}</span>
  return (
    <ol>
      {rows.map((row, index) => {
        const shown = walkRow(block, row, seen)
        return (
          <li key={index}>
            <Lines fields={shown.fields} seen={{ ...seen, ...shown.seen }} world={world} />
          </li>
        )
      })}
    </ol>
  )
}

interface ProblemsProps {
  readonly definition: Pick<Definition, 'pages'>
  readonly problems: readonly FormProblem[]
  readonly base: string
}

/** What still prevents sending, each with the way to it. */
export function FormProblems({ definition, problems, base }: ProblemsProps) {
  if (problems.length === 0) return null
  return (
    <Notice kind="warning" title="Il reste à répondre">
      <ul>
        {problems.map(({ page, field, message }) => (
          <li key={field}>
            <a href={`${base}/${page}#field-${field}`}>{findLabel(definition, field)}</a>
            {` : ${t(message)}`}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
