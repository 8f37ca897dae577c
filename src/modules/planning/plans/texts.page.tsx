/** The written parts of a plan, one after the other, each with the way to edit it. */
import type { Actor } from '#platform/actor.ts'
import { t } from '#platform/i18n.ts'
import { page } from '#platform/web.ts'
import { Prose, Tag } from '#web/components/index.tsx'
import { followNamed, loadNamedPlan } from './load-plan.ts'
import { planPolicy } from './plan.policy.ts'
import type { FullPlan } from './plan.schema.ts'
import { addressOf, PlanFrame } from './plan-frame.view.tsx'

export const textsPage = page('/espace/plan/:planId/textes', {
  load: loadNamedPlan,
  allow: followNamed,
  view: ({ full }, { actor }) => <Texts full={full} actor={actor} />,
})

function Texts({ full: { plan, sections }, actor }: { full: FullPlan; actor: Actor }) {
  const mayEdit = planPolicy.edit(actor, plan)
  return (
    <PlanFrame
      plan={plan}
      tab="/textes"
      lead="Écrits à partir du diagnostic, de la connexion et des actions retenues. Relisez, corrigez : vos mots ne sont jamais remplacés sans vous le demander."
    >
      {sections.map(({ key, title, body, editedAt }) => (
        <section key={key} id={key}>
          <h2>
            {t(title)} {editedAt && <Tag tone="info">Modifié à la main</Tag>}
          </h2>
          <Prose text={body} />
          {mayEdit && (
            <p>
              <a href={`${addressOf(plan)}/textes/${key}`}>
                {t('Modifier « {title} »', { title: t(title) })}
              </a>
            </p>
          )}
        </section>
      ))}
    </PlanFrame>
  )
}
