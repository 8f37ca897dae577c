/** The files among the answers of a request, by the name of their field: « plan », in a block « témoins.2.carte ». */
import { nameInRow } from '../forms/field-names.rules.ts'
import type { AnswerFile, Answers } from '../procedures/procedure.types.ts'
import { listRows } from '../procedures/visible.rules.ts'

export interface NamedFile {
  readonly name: string
  readonly file: AnswerFile
}

export function listAnswerFiles(answers: Answers): NamedFile[] {
  return Object.entries(answers).flatMap(([code, answer]) => {
    if (isAnswerFile(answer)) return [{ name: code, file: answer }]
    return listRows(answer).flatMap((row, index) =>
      Object.entries(row).flatMap(([inner, value]) =>
        isAnswerFile(value) ? [{ name: nameInRow(code, index, inner), file: value }] : [],
      ),
    )
  })
}

export function findAnswerFile(answers: Answers, name: string): AnswerFile | undefined {
  return listAnswerFiles(answers).find((one) => one.name === name)?.file
}

function isAnswerFile(answer: unknown): answer is AnswerFile {
  return (
    typeof answer === 'object' && answer !== null && 'sha256' in answer && 'mediaType' in answer
  )
}
