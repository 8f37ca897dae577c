/** The ways a commune and a startup may work together: one page to compare them all. */
import { formatDate, toDay } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { everyone } from '#platform/policy.ts'
import { page } from '#platform/web.ts'
import { Card, CardList, Page, Tag } from '#web/components/index.tsx'
import { describeAmount } from './mechanism.labels.ts'
import { listRulesInForce, type MechanismRule } from './mechanism.queries.ts'
import { mechanismDefinitions, mechanisms } from './mechanism-definitions.ts'

export const listMechanismsPage = page('/mecanismes', {
  load: (_, { db, now }) => listRulesInForce(db, toDay(now)),
  allow: everyone,
  isPublic: true,
  view: (rules) => <ListMechanisms rules={rules} />,
})

function ListMechanisms({ rules }: { rules: readonly MechanismRule[] }) {
  return (
    <Page
      title="Les mécanismes de collaboration"
      lead="Sept manières, pour une commune et une startup, d’aller d’un besoin à un service. Cauri propose celle qui convient et dit pourquoi ; la commune décide."
      wide
    >
      <CardList>
        {mechanisms.map((mechanism) => {
          const { title, purpose, suits } = mechanismDefinitions[mechanism]
          const rule = rules.find((one) => one.mechanism === mechanism)
          return (
            <Card key={mechanism} title={title} href={`/mecanismes/${mechanism}`}>
              <p>{t(purpose)}</p>
              <p class="meta">{t(suits)}</p>
              {rule && (
                <p class="meta">
                  {t('En vigueur depuis le {date}.', { date: formatDate(rule.validFrom) })}
                </p>
              )}
              {rule && (
                <p class="tags">
                  <Tag>{describeAmount(rule)}</Tag>
                  {!rule.isConfirmed && <Tag tone="warning">{t('à confirmer')}</Tag>}
                </p>
              )}
            </Card>
          )
        })}
      </CardList>
    </Page>
  )
}
