/**
 * The fields by which a question is answered, and how they are read: `a-code` the answer, `u-code` « ne sait pas » of a
 * number, `c-code` the comment, `s-code` what was shown when the page was opened.
 */
import { createHash } from 'node:crypto'
import { t } from '#platform/i18n.ts'
import { type Merged, mergeAnswer, type Versions } from './answer-merge.rules.ts'
import { isValueOf } from './questionnaire.rules.ts'
import type { Answer, Question } from './questionnaire.types.ts'

type Fields = Readonly<Record<string, unknown>>

const unknownMark = 'unknown'
export const longestComment = 2000

export interface TypedAnswer {
  readonly question: Question
  readonly answer: Answer
  readonly comment: string
  /** A field that was not sent, like a choice nobody made, is as it was shown. */
  readonly isSent: { readonly answer: boolean; readonly comment: boolean }
  /** Answer and mark of the comment, as they were shown. */
  readonly seen: readonly [answer: string, comment: string]
  readonly error: string | undefined
}

interface Kept extends Answer {
  readonly comment: string
}

const nothing: Kept = { value: null, isUnknown: false, comment: '' }

export function toToken({ value, isUnknown }: Answer): string {
  if (isUnknown) return unknownMark
  return value === null ? '' : String(value)
}

/** A comment may be long: its mark is enough to know whether it changed. */
function markComment(comment: string): string {
  return comment === '' ? '' : createHash('sha256').update(comment).digest('hex').slice(0, 10)
}

export function writeSeen(stored: Kept | undefined): string {
  const { comment, ...answer } = stored ?? nothing
  return `${toToken(answer)}|${markComment(comment)}`
}

/** What a form shows of what is stored. */
export function toFields(question: Question, stored: Kept | undefined): Record<string, string> {
  const { code } = question
  const { comment, ...answer } = stored ?? nothing
  const isNumber = question.kind === 'number'
  return {
    [`a-${code}`]: isNumber && answer.isUnknown ? '' : toToken(answer),
    ...(isNumber && { [`u-${code}`]: answer.isUnknown ? 'on' : '' }),
    [`c-${code}`]: comment,
    [`s-${code}`]: writeSeen(stored),
  }
}

export function readTyped(question: Question, fields: Fields): TypedAnswer {
  const { code } = question
  const [answer = '', comment = ''] = readText(fields[`s-${code}`]).split('|')
  const read = readAnswer(question, fields)
  const typed = readText(fields[`c-${code}`])
  const isTooLong = typed.length > longestComment
  return {
    question,
    ...read,
    comment: typed.slice(0, longestComment),
    isSent: {
      answer: fields[`a-${code}`] !== undefined || read.answer.isUnknown,
      comment: fields[`c-${code}`] !== undefined,
    },
    seen: [answer, comment],
    error: read.error ?? (isTooLong ? t('Limitez ce commentaire à 2 000 caractères') : undefined),
  }
}

function readAnswer(question: Question, fields: Fields): { answer: Answer; error?: string } {
  const { code } = question
  const text = readText(fields[`a-${code}`]).replace(/[\s\u00a0\u202f]/g, '')
  const isUnknown =
    text === unknownMark || (question.kind === 'number' && readText(fields[`u-${code}`]) === 'on')
  const answer = { value: null, isUnknown }
  if (text === '' || text === unknownMark) return { answer }
  if (isUnknown)
    return { answer, error: t('Indiquez un nombre, ou cochez « Ne sait pas » : pas les deux.') }
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (isValueOf(question, value)) return { answer: { value, isUnknown: false } }
  const error =
    question.kind === 'number'
      ? t('Indiquez un nombre entier entre 0 et {maximum}', { maximum: question.maximum })
      : t('Choisissez une réponse de la liste')
  return { answer, error }
}

/** The answer and the comment, each as it was shown, as it is stored, as it is sent. */
export function compareVersions(
  typed: TypedAnswer,
  stored: Kept | undefined,
): { readonly merged: Merged; readonly answer: Versions; readonly comment: Versions } {
  const kept = stored ?? nothing
  const [seenAnswer, seenComment] = typed.seen
  const answer = {
    seen: seenAnswer,
    stored: toToken(kept),
    typed: typed.isSent.answer ? toToken(typed.answer) : seenAnswer,
  }
  const comment = {
    seen: seenComment,
    stored: markComment(kept.comment),
    typed: typed.isSent.comment ? markComment(typed.comment) : seenComment,
  }
  return { merged: mergeAnswer(answer, comment), answer, comment }
}

export function readText(value: unknown): string {
  return typeof value === 'string' ? value.normalize('NFC').replace(/\r\n?/g, '\n').trim() : ''
}

/** The name of the field a message stands beside. */
export const fieldOf = ({ code }: Pick<Question, 'code'>) => `a-${code}`
