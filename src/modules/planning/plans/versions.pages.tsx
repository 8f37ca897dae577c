/** The versions of a plan: kept at each approval and on demand; any two compared, part by part. */
import { z } from 'zod'
import type { Actor } from '#platform/actor.ts'
import { orNotFound } from '#platform/errors.ts'
import { formatDateTime } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { compareTexts } from '#platform/text-difference.rules.ts'
import { action, type Context, fields, page, seeOther } from '#platform/web.ts'
import {
  ActionButton,
  Difference,
  EmptyState,
  Page,
  Table,
  TextField,
} from '#web/components/index.tsx'
import { followNamed, loadNamedPlan, loadPlanRow, type NamedPlan } from './load-plan.ts'
import { planPolicy } from './plan.policy.ts'
import { addressOf, crumbsOf, PlanFrame } from './plan-frame.view.tsx'
import { keepVersion } from './plan-version.actions.ts'
import { listVersions, type PlanVersion } from './plan-version.queries.ts'
import { compareSnapshots, type PartChange, takeSnapshot } from './snapshot.rules.ts'

interface Versions extends NamedPlan {
  readonly versions: readonly PlanVersion[]
}

async function loadVersions(params: { planId: string }, context: Context): Promise<Versions> {
  const named = await loadNamedPlan(params, context)
  return { ...named, versions: await listVersions(context.db, params.planId) }
}

export const versionsPage = page('/espace/plan/:planId/versions', {
  load: loadVersions,
  allow: followNamed,
  view: (versions, { actor }) => <VersionList {...versions} actor={actor} />,
})

export const keepVersionAction = action('/espace/plan/:planId/versions/garder', {
  load: loadPlanRow,
  allow: planPolicy.snapshot,
  input: z.object({ name: fields.text({ min: 3, max: 200, missing: 'Nommez cette version' }) }),
  back: (plan) => `${addressOf(plan)}/versions`,
  act: async (plan, { name }, context) => {
    await keepVersion(context, plan, name)
    return seeOther(`${addressOf(plan)}/versions`, 'La version est gardée.')
  },
})

function VersionList({ full: { plan }, versions, actor }: Versions & { actor: Actor }) {
  return (
    <PlanFrame
      plan={plan}
      tab="/versions"
      lead="Une version est gardée à chaque étape. Elle ne change plus jamais."
    >
      {planPolicy.snapshot(actor, plan) && (
        <ActionButton action={`${addressOf(plan)}/versions/garder`} label="Garder une version">
          <TextField name="name" label="Nom de cette version" />
        </ActionButton>
      )}
      {versions.length === 0 ? (
        <EmptyState title="Aucune version gardée">
          <p>{t('La première le sera quand le plan sera soumis.')}</p>
        </EmptyState>
      ) : (
        <Table
          caption="Versions gardées"
          isCaptionHidden
          columns={[
            { key: 'number', label: 'Version' },
            { key: 'at', label: 'Gardée le' },
            { key: 'compare', label: 'Comparer' },
          ]}
          rows={versions.map(({ number, reason, createdAt }) => ({
            number: `${number}. ${reason}`,
            at: formatDateTime(createdAt),
            compare: (
              <a href={`${addressOf(plan)}/versions/${number}`}>
                {t('Avec le plan d’aujourd’hui')}
              </a>
            ),
          }))}
        />
      )}
    </PlanFrame>
  )
}

interface Comparing extends Versions {
  readonly older: PlanVersion
  readonly newer: PlanVersion | undefined
}

export const compareVersionsPage = page('/espace/plan/:planId/versions/:number', {
  load: async (
    { planId, number }: { planId: string; number: string },
    context: Context,
  ): Promise<Comparing> => {
    const versions = await loadVersions({ planId }, context)
    const find = (wanted: unknown) =>
      versions.versions.find((one) => String(one.number) === String(wanted))
    return { ...versions, older: orNotFound(find(number)), newer: find(context.query.avec) }
  },
  allow: followNamed,
  view: (comparing) => <Compare {...comparing} />,
})

function Compare({ full, names, versions, older, newer }: Comparing) {
  const { plan } = full
  const after = newer?.snapshot ?? takeSnapshot(full)
  const changes = compareSnapshots(older.snapshot, after)
  const others = versions.filter(({ number }) => number > older.number)
  return (
    <Page
      title={t('Ce qui a changé depuis la version {number}', { number: older.number })}
      lead={t('Comparée avec {other}.', {
        other: newer
          ? t('la version {number}', { number: newer.number })
          : t('le plan d’aujourd’hui'),
      })}
      breadcrumbs={crumbsOf(plan, '/versions')}
    >
      {others.length > 0 && (
        <p>
          {t('Comparer avec :')}{' '}
          {others.map(({ number, reason }) => (
            <a key={number} href={`${addressOf(plan)}/versions/${older.number}?avec=${number}`}>
              {`${number}. ${reason}`}
            </a>
          ))}
        </p>
      )}
      {changes.length === 0 && (
        <EmptyState title="Rien n’a changé">
          <p>{t('Les deux disent la même chose.')}</p>
        </EmptyState>
      )}
      {changes.map((change) => (
        <Changed key={change.key} change={change} names={names} />
      ))}
    </Page>
  )
}

function Changed({ change, names }: { change: PartChange; names: ReadonlyMap<string, string> }) {
  const { group, name, before, after } = change
  return (
    <section>
      <h2>{group === 'partner' ? (names.get(name) ?? name) : t(name)}</h2>
      {before === '' && <p class="meta">{t('Ajouté')}</p>}
      {after === '' && <p class="meta">{t('Retiré')}</p>}
      <Difference pieces={compareTexts(before, after)} />
    </section>
  )
}
