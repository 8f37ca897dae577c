/** One question as it is asked: its levels in words, « ne sait pas », a comment, and what others answered. */
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import {
  Checkbox,
  Details,
  Hidden,
  Notice,
  NumberField,
  type Option,
  RadioGroup,
  TextArea,
} from '#web/components/index.tsx'
import { compareVersions, fieldOf, longestComment, readTyped, writeSeen } from './answer-fields.ts'
import type { StoredAnswer } from './diagnosis.schema.ts'
import { describeAnswer, highest, isAnswered, unknownText } from './questionnaire.rules.ts'
import type { NumberQuestion, Question } from './questionnaire.types.ts'

type Texts = Readonly<Record<string, string | undefined>>

interface Props {
  readonly question: Question
  readonly values: Texts
  readonly errors: Texts
  readonly stored: StoredAnswer | undefined
  readonly people: ReadonlyMap<string, string>
  /** Its level in the diagnosis before this one, and the year of that. */
  readonly before: { readonly level: number; readonly year: number } | undefined
}

export function QuestionFields(props: Props) {
  const { question, values, errors, stored } = props
  const { code } = question
  const { merged } = compareVersions(readTyped(question, values), stored)
  const isConflict = merged === 'conflict'
  const comment = values[`c-${code}`]
  return (
    <section class="part">
      {isConflict && stored && <Meanwhile {...props} stored={stored} />}
      {/* Only who has been shown the other answer may write over it. */}
      <Hidden
        name={`s-${code}`}
        value={isConflict ? writeSeen(stored) : (values[`s-${code}`] ?? '')}
      />
      {question.kind === 'number' ? (
        <NumberAnswer {...props} question={question} />
      ) : (
        <RadioGroup
          name={fieldOf(question)}
          label={question.text}
          hint={question.why}
          options={listOptions(question)}
          value={values[fieldOf(question)]}
          error={errors[fieldOf(question)]}
        />
      )}
      <Known {...props} />
      <Details
        summary={comment ? 'Le commentaire' : 'Ajouter un commentaire'}
        open={Boolean(comment) || undefined}
      >
        <TextArea
          name={`c-${code}`}
          label="Commentaire"
          hint="Une précision, une preuve, un chiffre. Lu par la commune et l’ANCB seulement."
          value={comment}
          required={false}
          limit={longestComment}
          rows={2}
        />
      </Details>
    </section>
  )
}

function listOptions(question: Exclude<Question, NumberQuestion>): Option[] {
  const unknown = {
    value: 'unknown',
    label: unknownText,
    hint: t('Compte 0 jusqu’à ce que quelqu’un sache.'),
  }
  if (question.kind === 'yesNo')
    return [
      { value: '1', label: question.yes.text },
      { value: '0', label: question.no.text },
      unknown,
    ]
  const levels = question.levels.map((level, index) => ({
    value: String(index),
    label: `${index}. ${t(level)}`,
  }))
  return [...levels, unknown]
}

function NumberAnswer({ question, values, errors }: Props & { question: NumberQuestion }) {
  const { code } = question
  return (
    <>
      <NumberField
        name={fieldOf(question)}
        label={question.text}
        hint={t('{why} Le nombre donne le niveau : {thresholds}.', {
          why: t(question.why),
          thresholds: sayThresholds(question),
        })}
        value={values[fieldOf(question)]}
        error={errors[fieldOf(question)]}
        suffix={question.unit}
      />
      <Checkbox name={`u-${code}`} label={unknownText} value={values[`u-${code}`]} />
    </>
  )
}

/** The numbers from which each level is reached, as they are stated. */
function sayThresholds({ thresholds }: NumberQuestion): string {
  return thresholds
    .map((from, index) => t('niveau {level} dès {from}', { level: index + 1, from }))
    .join(', ')
}

/** Who answered last, and what was answered the time before. */
function Known({ stored, people, before }: Props) {
  const said = [
    isAnswered(stored) &&
      t('Répondu par {name} le {date}.', {
        name: people.get(stored.answeredBy) ?? t('quelqu’un de l’équipe'),
        date: formatDate(stored.answeredAt),
      }),
    before &&
      t('Au diagnostic de {year} : niveau {level} sur {highest}.', {
        ...{ level: before.level, highest },
        year: String(before.year),
      }),
  ].filter(Boolean)
  return said.length > 0 ? <p class="meta">{said.join(' ')}</p> : null
}

/** What somebody else answered while this was being written. */
function Meanwhile({ question, stored, people }: Props & { stored: StoredAnswer }) {
  const answer = describeAnswer(question, stored)
  return (
    <Notice kind="warning" title="Réponse enregistrée entre-temps">
      <p>
        {t('{name} a répondu : {answer}', {
          name: people.get(stored.answeredBy) ?? t('Quelqu’un de l’équipe'),
          answer: answer === '' ? '—' : t(answer),
        })}
      </p>
      {stored.comment !== '' && <p class="prose">{stored.comment}</p>}
      <p>
        {t(
          'La vôtre est gardée ci-dessous. Enregistrez pour la mettre à la place, ou choisissez comme votre collègue.',
        )}
      </p>
    </Notice>
  )
}
