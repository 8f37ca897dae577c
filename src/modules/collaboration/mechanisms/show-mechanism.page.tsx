/** One mechanism: its steps drawn, who acts, what is written, the limits in force and the text they come from. */
import type { Actor } from '#platform/actor.ts'
import { NotFound } from '#platform/errors.ts'
import { formatDate, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { associationStaff, everyone } from '#platform/policy.ts'
import { type Context, page } from '#platform/web.ts'
import {
  Actions,
  ButtonLink,
  DefinitionList,
  Details,
  FlowDrawing,
  Notice,
  Page,
  Timeline,
} from '#web/components/index.tsx'
import { describeLimits, partyLabels } from './mechanism.labels.ts'
import { listRuleVersions, type MechanismRule } from './mechanism.queries.ts'
import { isMechanism, type Mechanism, mechanismDefinitions } from './mechanism-definitions.ts'

interface Shown {
  readonly mechanism: Mechanism
  readonly inForce: MechanismRule | undefined
  readonly versions: readonly MechanismRule[]
}

export const showMechanismPage = page('/mecanismes/:mechanism', {
  load: loadMechanism,
  allow: everyone,
  isPublic: true,
  view: (shown, { actor }) => <ShowMechanism {...shown} actor={actor} />,
})

async function loadMechanism(
  { mechanism }: { mechanism: string },
  { db, now }: Context,
): Promise<Shown> {
  if (!isMechanism(mechanism)) throw new NotFound()
  const versions = await listRuleVersions(db, mechanism)
  const today = toDay(now)
  return { mechanism, versions, inForce: versions.find(({ validFrom }) => validFrom <= today) }
}

function ShowMechanism({ mechanism, inForce, versions, actor }: Shown & { actor: Actor }) {
  const { title, purpose, suits, steps } = mechanismDefinitions[mechanism]
  const drawn = steps.map((step) => ({ ...step, by: partyLabels[step.by] }))
  return (
    <Page title={title} breadcrumbs={[{ label: 'Mécanismes', href: '/mecanismes' }]}>
      <p class="lead">{t(purpose)}</p>
      <p>
        <b>{t('Convient quand :')}</b> {t(suits)}
      </p>
      <h2>{t('Les étapes')}</h2>
      <FlowDrawing label="Les étapes, et qui agit à chacune" steps={drawn} />
      <h2>{t('Les règles en vigueur')}</h2>
      {inForce ? (
        <RuleInForce rule={inForce} />
      ) : (
        <p>{t('Aucune règle n’est en vigueur à ce jour.')}</p>
      )}
      {versions.length > 1 && (
        <Details summary="Les règles de date en date">
          <Timeline events={versions.map(toEvent)} />
        </Details>
      )}
      {associationStaff(actor, null) && (
        <Actions>
          <ButtonLink href={`/espace/referentiels/mecanismes/${mechanism}`} kind="quiet">
            Changer les règles
          </ButtonLink>
        </Actions>
      )}
    </Page>
  )
}

function RuleInForce({ rule }: { rule: MechanismRule }) {
  return (
    <>
      {!rule.isConfirmed && (
        <Notice kind="warning" title="À confirmer">
          <p>
            {t(
              'Une partie de ces règles n’a pas de texte publié connu : l’association les vérifie.',
            )}
          </p>
        </Notice>
      )}
      <DefinitionList
        items={[
          ...describeLimits(rule),
          { term: 'Base légale', value: rule.legalBasis },
          { term: 'Source', value: rule.source },
          { term: 'En vigueur depuis', value: formatDate(rule.validFrom) },
        ]}
      />
    </>
  )
}

function toEvent({ validFrom, reason }: MechanismRule) {
  return { at: validFrom, title: formatDate(validFrom), text: reason }
}
