/** One screen of a form: where one is, what is asked, and the way on and back. */
import { t } from '#platform/i18n.ts'
import { Form, Island, Steps } from '#web/components/index.tsx'
import { listPageFields } from '../procedures/find-field.rules.ts'
import type { Answers, Definition, Field, FormPage } from '../procedures/procedure.types.ts'
import { walkForm } from '../procedures/visible.rules.ts'
import { isConditional } from './embedded-screen.rules.ts'
import type { FormState } from './field-input.view.tsx'
import { FormFields } from './form-fields.view.tsx'

interface Props {
  readonly definition: Pick<Definition, 'pages'>
  readonly page: FormPage
  readonly answers: Answers
  readonly state: FormState
  /** The address of the whole form; its screens and its last reading are below it. */
  readonly base: string
}

export function FormScreen({ definition, page, answers, state, base }: Props) {
  const codes = walkForm(definition, answers).pages.map((one) => one.page.code)
  const at = codes.indexOf(page.code)
  const isLast = at === codes.length - 1
  return (
    <>
      <FormSteps definition={definition} answers={answers} base={base} current={page.code} />
      <h2>{page.label}</h2>
      <Form
        action={`${base}/${page.code}`}
        submit={isLast ? 'Relire' : 'Continuer'}
        multipart={listPageFields(page).some(isFile)}
        autosave={`${base}/${page.code}/brouillon`}
        hasInnerButtons
        {...(at > 0 && { other: { label: 'Page précédente', name: 'aller', value: 'retour' } })}
      >
        <FormFields definition={definition} page={page} answers={answers} state={state} />
        {listIslands(page).map((name) => (
          <Island key={name} name={name} />
        ))}
      </Form>
    </>
  )
}

const isFile = ({ type }: Field) => type === 'file' || type === 'photo'

/** The scripts that this screen is better with; all of it works without them. */
function listIslands(page: FormPage): string[] {
  const types = new Set(listPageFields(page).map(({ type }) => type))
  return [
    ...(isConditional(page) ? ['conditional-form.js'] : []),
    ...(types.has('signature') ? ['signature.js'] : []),
    ...(types.has('place') ? ['locate.js'] : []),
  ]
}

interface StepsProps extends Pick<Props, 'definition' | 'answers' | 'base'> {
  /** The code of the screen; null for the last reading. */
  readonly current: string | null
}

/** The screens that these answers call for. */
export function FormSteps({ definition, answers, base, current }: StepsProps) {
  const pages = walkForm(definition, answers).pages.map(({ page }) => page)
  const at = current === null ? pages.length : pages.findIndex(({ code }) => code === current)
  return (
    <Steps
      steps={[
        ...pages.map(({ code, label }, index) => ({
          label,
          state: stateOf(index, at),
          ...(index < at && { href: `${base}/${code}` }),
        })),
        { label: t('Relecture'), state: stateOf(pages.length, at) },
      ]}
    />
  )
}

function stateOf(index: number, at: number): 'done' | 'current' | 'todo' {
  if (index === at) return 'current'
  return index < at ? 'done' : 'todo'
}
