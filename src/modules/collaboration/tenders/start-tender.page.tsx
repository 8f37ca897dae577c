/** Where a commune opens the file of a formal tender from its published need, and reads what Cauri does and does not do. */
import { z } from 'zod'
import { toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, form, seeOther } from '#platform/web.ts'
import { Form, Notice, Page } from '#web/components/index.tsx'
import { getRuleInForce, type MechanismRule } from '../mechanisms/mechanism.queries.ts'
import { needPolicy } from '../needs/need.policy.ts'
import { getNeed } from '../needs/need.queries.ts'
import type { Need } from '../needs/need.schema.ts'
import { startTender } from './tender.actions.ts'
import { listTendersOfNeed } from './tender.queries.ts'
import type { Tender } from './tender.schema.ts'

interface Starting {
  readonly need: Need
  readonly tenders: readonly Tender[]
  readonly rule: MechanismRule
}

export const startTenderPage = form('/espace/besoins/:needId/marche-formel', {
  load: async ({ needId }: { needId: string }, { db, now }: Context): Promise<Starting> => ({
    need: await getNeed(db, needId),
    tenders: await listTendersOfNeed(db, needId),
    rule: await getRuleInForce(db, 'tender', toDay(now)),
  }),
  allow: (actor, { need }) => needPolicy.contact(actor, need),
  input: z.object({}),
  invalid: (starting) => <StartTender {...starting} />,
  valid: async ({ need }, _, context) => {
    const tender = await startTender(context, need)
    return seeOther(
      `/espace/marches-formels/${tender.id}/dossier`,
      'Le dossier reprend votre besoin : relisez chaque partie.',
    )
  },
})

function StartTender({ need, tenders, rule }: Starting) {
  const back = `/espace/besoins/${need.id}`
  return (
    <Page
      title="Préparer un dossier de marché formel"
      lead="Au-dessus des seuils, la procédure se déroule dans le système de l’État. Cauri prépare le dossier, garde la trace de sa remise, puis le résultat."
      breadcrumbs={[{ label: need.title, href: back }]}
    >
      <Notice kind="info" title="Le fondement">
        <p>{rule.legalBasis}</p>
        <p class="meta">
          {t('Source : {source}', { source: rule.source })}
          {!rule.isConfirmed && ` (${t('à confirmer')})`}
        </p>
      </Notice>
      {tenders.length > 0 && (
        <Notice kind="warning" title="Déjà préparé pour ce besoin">
          <ul>
            {tenders.map(({ id, reference, title }) => (
              <li key={id}>
                <a href={`/espace/marches-formels/${id}`}>{`${reference} ${title}`}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Form
        action={`${back}/marche-formel`}
        submit="Préparer le dossier"
        secondary={{ label: 'Annuler', href: back }}
      >
        <p>
          {t(
            'L’objet, les exigences, l’estimation et les critères proposés viennent du besoin ; vous les complétez, puis vous remettez le tout à la personne responsable des marchés publics.',
          )}
        </p>
      </Form>
    </Page>
  )
}
