/** From the numbered fields of the form to the content of a proposal, and what that content still lacks. */
import type { FullCall } from '../calls/call.schema.ts'
import type { ProposalContent } from './proposal.schema.ts'

export const emptyContent: ProposalContent = {
  solutionId: null,
  summary: '',
  schedule: '',
  answers: [],
  prices: [],
  files: [],
  isDeclared: false,
}

export const qualityCriteria = ({ criteria }: Pick<FullCall, 'criteria'>) =>
  criteria.filter(({ kind }) => kind === 'quality')

type Typed = Readonly<Record<string, unknown>>

/** The attachments are kept apart from the form: they stay as they are. */
export function readContent(
  typed: Typed,
  call: Pick<FullCall, 'criteria' | 'lots'>,
  files: ProposalContent['files'],
): ProposalContent {
  return {
    solutionId: (typed.solutionId as string) || null,
    summary: typed.summary as string,
    schedule: typed.schedule as string,
    answers: qualityCriteria(call).flatMap(({ id }, index) => {
      const text = typed[`answer${index + 1}`] as string | undefined
      return text ? [{ criterionId: id, text }] : []
    }),
    prices: call.lots.flatMap(({ id }, index) => {
      const amount = typed[`price${index + 1}`] as number | null | undefined
      return amount === null || amount === undefined ? [] : [{ lotId: id, amount }]
    }),
    files,
    isDeclared: typed.isDeclared as boolean,
  }
}

/** The content as the fields of the form show it. */
export function toFields(
  content: ProposalContent,
  call: Pick<FullCall, 'criteria' | 'lots'>,
): Record<string, unknown> {
  const answers = qualityCriteria(call).map(({ id }, index) => [
    `answer${index + 1}`,
    content.answers.find(({ criterionId }) => criterionId === id)?.text,
  ])
  const prices = call.lots.map(({ id }, index) => [
    `price${index + 1}`,
    content.prices.find(({ lotId }) => lotId === id)?.amount,
  ])
  const { solutionId, summary, schedule, isDeclared } = content
  return {
    solutionId,
    summary,
    schedule,
    isDeclared,
    ...Object.fromEntries([...answers, ...prices]),
  }
}

export interface MissingPart {
  readonly field: string
  readonly message: string
}

const shortestSummary = 80
const shortestAnswer = 40

/** Why this cannot be sealed yet; empty when it can. */
export function listMissingParts(
  content: ProposalContent,
  call: Pick<FullCall, 'criteria' | 'lots'>,
): MissingPart[] {
  const { summary, prices, isDeclared } = content
  return [
    ...(summary.length < shortestSummary
      ? [{ field: 'summary', message: 'Résumez votre réponse en 80 caractères au moins.' }]
      : []),
    ...listUnanswered(content, call),
    ...(prices.length === 0
      ? [{ field: 'price1', message: 'Donnez un prix, pour un lot au moins.' }]
      : []),
    ...(isDeclared
      ? []
      : [{ field: 'isDeclared', message: 'Cochez la déclaration sur l’honneur.' }]),
  ]
}

function listUnanswered(
  { answers }: ProposalContent,
  call: Pick<FullCall, 'criteria'>,
): MissingPart[] {
  return qualityCriteria(call).flatMap(({ id, label }, index) => {
    const text = answers.find(({ criterionId }) => criterionId === id)?.text ?? ''
    return text.length < shortestAnswer
      ? [
          {
            field: `answer${index + 1}`,
            message: `Répondez au critère « ${label} » en ${shortestAnswer} caractères au moins.`,
          },
        ]
      : []
  })
}
