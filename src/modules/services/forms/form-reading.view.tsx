/** What was answered, read again screen by screen before it is sent, with the way back to each. */
import type { ComponentChildren } from 'preact'
import { t } from '#platform/i18n.ts'
import { DefinitionList, Notice } from '#web/components/index.tsx'
import type { FormProblem } from '../procedures/check-form.rules.ts'
import { findLabel } from '../procedures/find-field.rules.ts'
import type { Answers, Block, Choice, Definition, Field } from '../procedures/procedure.types.ts'
import {
  isText,
  listRows,
  type VisiblePage,
  walkForm,
  walkRow,
} from '../procedures/visible.rules.ts'
import { tellAnswer } from './tell-answer.rules.ts'

interface Props {
  readonly definition: Pick<Definition, 'pages'>
  readonly answers: Answers
  /** As a form offers them; empty where no question asks for one. */
  readonly communes: readonly Choice[]
  /** Where a screen is corrected; without it, what is read cannot be changed any more. */
  readonly base?: string
  /** Where the files that are still kept are read, by the name of their field; without it, only their names are told. */
  readonly files?: { readonly at: string; readonly kept: ReadonlySet<string> }
}

export function FormReading({ definition, answers, communes, base, files }: Props) {
  const { pages, seen } = walkForm(definition, answers)
  return (
    <>
      {pages.map(({ page, fields }) => (
        <section key={page.code} class="part">
          <h2>{page.label}</h2>
          <Lines fields={fields} seen={seen} communes={communes} files={files} />
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

interface Reading {
  readonly communes: Props['communes']
  readonly seen: Answers
  readonly files: Props['files']
  /** Before the name of a field: the line of a block. */
  readonly prefix?: string
}

function Lines({ fields, ...reading }: Pick<VisiblePage, 'fields'> & Reading) {
  return (
    <DefinitionList
      items={fields.flatMap((field): { term: string; value: ComponentChildren }[] => {
        if (isText(field)) return []
        return [{ term: field.label, value: <Told field={field} {...reading} /> }]
      })}
    />
  )
}

function Told({ field, ...reading }: { readonly field: Field } & Reading) {
  const { seen, communes, files, prefix = '' } = reading
  if (isText(field)) return null
  if (field.type === 'block') return <Rows block={field} {...reading} />
  const told = tellAnswer(field, seen[field.code], { seen, communes })
  return told === null ? (
    <span class="soft">{t('Non renseigné')}</span>
  ) : (
    <span class="typed" lang="fr">
      {isFile(field) && files ? (
        <FileName name={`${prefix}${field.code}`} told={told} files={files} />
      ) : (
        told
      )}
    </span>
  )
}

const isFile = ({ type }: Field) => type === 'file' || type === 'photo'

interface FileProps {
  readonly name: string
  readonly told: string
  readonly files: NonNullable<Props['files']>
}

function FileName({ name, told, files: { at, kept } }: FileProps) {
  if (kept.has(name)) return <a href={`${at}/${name}`}>{told}</a>
  return <>{t('{name} (effacé)', { name: told })}</>
}

function Rows({ block, seen, ...reading }: { readonly block: Block } & Reading) {
  const rows = listRows(seen[block.code])
  if (rows.length === 0) return <span class="soft">{t('Aucun')}</span>
  return (
    <ol>
      {rows.map((row, index) => {
        const shown = walkRow(block, row, seen)
        return (
          <li key={index}>
            <Lines
              {...reading}
              fields={shown.fields}
              seen={{ ...seen, ...shown.seen }}
              prefix={`${block.code}.${index + 1}.`}
            />
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
