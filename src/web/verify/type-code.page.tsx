/** Where the code printed on a paper is typed. */
import { z } from 'zod'
import { showCode } from '#platform/documents.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Form, Page, TextField } from '#web/components/index.tsx'
import { findByCode } from './find-by-code.ts'

const Code = z.object({
  code: fields.text({ min: 1, max: 40, missing: 'Écrivez le code du document' }),
})

export const typeCodePage = form('/verifier', {
  load: () => null,
  allow: everyone,
  input: Code,
  invalid: (_, submission) => <TypeCode {...submission} />,
  valid: async (_, { code }, context) => {
    const document = await findByCode(context, code)
    if (!document)
      return refuse({
        code: 'Aucun document émis ici ne porte ce code. Relisez-le : il a dix signes, sans O, I ni L.',
      })
    return seeOther(`/verifier/${showCode(document.code)}`)
  },
})

function TypeCode({ values, errors }: Submission<z.infer<typeof Code>>) {
  return (
    <Page
      title="Vérifier un document"
      lead="Un document émis par une commune, l’association ou une startup sur Cauri porte un code. Écrivez-le pour savoir si le papier que vous tenez est vrai, et s’il vaut encore."
      errors={errors}
    >
      <Form action="/verifier" submit="Vérifier">
        <TextField
          name="code"
          label="Code du document"
          hint="Au bas de chaque page, par exemple ACDEF-HJKMN."
          value={values.code}
          error={errors.code}
          maxLength={40}
        />
      </Form>
      <p class="soft">
        {t('Le carré à lire avec un téléphone, au bas du document, mène ici sans rien écrire.')}{' '}
        <a href="/verifier/hors-ligne">{t('Vérifier sans réseau')}</a>
      </p>
    </Page>
  )
}
