/** The page where a signed-in person registers their company. */
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { inOwnName } from '#platform/policy.ts'
import { form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Form, Notice, type Option, Page } from '#web/components/index.tsx'
import { findSeatFault, listCommuneOptions } from './headquarters.queries.ts'
import { findLabelFault } from './label.rules.ts'
import { ifuTaken, registerStartup } from './startup.actions.ts'
import { Registration } from './startup.schema.ts'
import { StartupFields } from './startup-fields.view.tsx'

export const registerStartupPage = form('/startups/inscrire', {
  load: async (_params, { db }) => ({ communes: await listCommuneOptions(db) }),
  allow: inOwnName,
  input: Registration,
  invalid: ({ communes }, submission) => <RegisterStartup communes={communes} {...submission} />,
  valid: async ({ communes }, input, context) => {
    const fault = findSeatFault(input, communes) ?? findLabelFault(input, toDay(context.now))
    if (fault) return refuse(fault)
    const startup = await registerStartup(context, input)
    if (startup === 'ifuTaken') return refuse({ ifu: ifuTaken })
    return seeOther(
      '/espace/startup',
      `${startup.name} est inscrite, et vous agissez maintenant en son nom. Complétez le dossier, puis soumettez-le.`,
    )
  },
})

type Props = Submission<Registration> & { communes: readonly Option[] }

function RegisterStartup(props: Props) {
  return (
    <Page
      title="Inscrire une startup"
      lead="Pour présenter vos solutions aux 77 communes et répondre à leurs besoins."
      errors={props.errors}
      breadcrumbs={[{ label: 'Startups', href: '/startups' }]}
    >
      <Notice title="Ce qui se passe ensuite">
        <p>
          {t(
            'Vous complétez le dossier à votre rythme et vous le soumettez. L’association vérifie l’entreprise avant qu’elle apparaisse dans l’annuaire.',
          )}
        </p>
      </Notice>
      <Form submit="Inscrire la startup" multipart>
        <StartupFields {...props} />
      </Form>
    </Page>
  )
}
