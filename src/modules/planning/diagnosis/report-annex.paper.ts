/** Every question and its answer: the annex of the report, and the workbook. */
import { type Cell, type Column, type Content, type Sheet, table } from '#platform/documents.ts'
import { axes, axisLabels } from '../axes.ts'
import type { FullDiagnosis } from './diagnosis.schema.ts'
import { describeAnswer, isAnswered, levelOf, listQuestions } from './questionnaire.rules.ts'
import type { Question } from './questionnaire.types.ts'

export function writeAnnex(full: FullDiagnosis): Content[] {
  const { version, diagnosis } = full
  return axes.map((axis) =>
    table({
      caption: axisLabels[axis],
      columns: [
        { label: 'Question', width: 6 },
        { label: 'Réponse', width: 5 },
        { label: 'Niveau', kind: 'number', width: 1.6 },
        { label: 'Commentaire', width: 4 },
      ],
      rows: listQuestions(version.content, diagnosis.category, axis).map((question) => [
        question.text,
        ...toCells(question, full),
      ]),
    }),
  )
}

function toCells(
  question: Question,
  { answers }: FullDiagnosis,
): [string | null, number | null, string | null] {
  const answer = answers.get(question.code)
  if (!isAnswered(answer)) return [null, null, null]
  const { comment } = answers.get(question.code) ?? { comment: '' }
  return [describeAnswer(question, answer), levelOf(question, answer), comment || null]
}

const columns: readonly Column[] = [
  { label: 'Code', width: 0.5 },
  { label: 'Axe' },
  { label: 'Question', width: 2 },
  { label: 'Réponse', width: 2 },
  { label: 'Niveau', kind: 'number' },
  { label: 'Poids', kind: 'number' },
  { label: 'Commentaire', width: 2 },
]

/** The answers, then the online service indicators, one sheet each. */
export function writeSheets(full: FullDiagnosis): Sheet[] {
  const { version, diagnosis, answers } = full
  const rows = listQuestions(version.content, diagnosis.category).map((question): Cell[] => {
    const [answer, level, comment] = toCells(question, full)
    const { code, axis, text, weight } = question
    return [code, axisLabels[axis], text, answer, level, weight, comment]
  })
  const online = version.content.online.heads.flatMap(({ title, indicators }) =>
    indicators.map(({ code, text }): Cell[] => [
      ...[code, title, text, answers.get(code)?.value === 1 ? 'Oui' : 'Non'],
    ]),
  )
  return [
    { name: 'Réponses', columns, rows },
    {
      name: 'Services en ligne',
      columns: [
        columns[0] as Column,
        { label: 'Rubrique' },
        { label: 'Indicateur', width: 2 },
        { label: 'Rempli' },
      ],
      rows: online,
    },
  ]
}
