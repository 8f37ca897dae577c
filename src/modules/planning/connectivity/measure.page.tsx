/** Measuring a site: by the browser, within bytes told beforehand, or by typing what another meter showed. */
import { toLocalMoment } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { type Context, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import {
  DateTimeField,
  Form,
  Hidden,
  NumberField,
  Page,
  Select,
  TextField,
} from '#web/components/index.tsx'
import { mayWriteConnectivity } from './connectivity.policy.ts'
import { MeasureInput } from './measure.schema.ts'
import { recordMeasurement } from './measurement.actions.ts'
import { checkMeasurement } from './measurement.rules.ts'
import { getSite, type Link, listLinks } from './site.queries.ts'
import type { Site } from './site.schema.ts'
import { nameLink } from './site-records.view.tsx'
import { readNdt7 } from './speed-test.rules.ts'
import { SpeedTest } from './speed-test.view.tsx'

interface Measuring {
  readonly site: Site
  readonly links: readonly Link[]
}

export const measurePage = form('/espace/connectivite/lieux/:siteId/mesurer', {
  load: async ({ siteId }: { siteId: string }, { db }: Context): Promise<Measuring> => ({
    site: await getSite(db, siteId),
    links: (await listLinks(db, siteId)).filter(({ until }) => until === null),
  }),
  allow: (actor, { site }) => mayWriteConnectivity(actor, site) && site.closedOn === null,
  input: MeasureInput,
  initial: ({ links }, { now }) => ({
    takenAt: toLocalMoment(now),
    linkId: links.length === 1 ? links[0]?.id : '',
  }),
  invalid: (measuring, submission) => <Measure {...measuring} {...submission} />,
  valid: async ({ site, links }, input, context) => {
    const link = links.find(({ id }) => id === input.linkId) ?? null
    if (input.linkId && !link) return refuse({ linkId: 'Choisissez une connexion de ce lieu' })
    const measured = toMeasured(input, context.now)
    if (!measured) return refuse({ form: unreadable })
    const problems = checkMeasurement(measured, link?.technology ?? null, context.now)
    if (Object.keys(problems).length > 0) return refuse(problems)
    const record = { ...measured, siteId: site.id, linkId: link?.id ?? null }
    if (!(await recordMeasurement(context, record)))
      return refuse({ takenAt: 'Une mesure de ce lieu est déjà gardée pour cette minute' })
    return seeOther(`/espace/connectivite/lieux/${site.id}`, 'La mesure est gardée.')
  },
})

const unreadable =
  'La mesure du navigateur ne se lit pas. Recommencez-la, ou saisissez les chiffres d’un autre outil.'

/** The messages of the browser say more than the rounded figures shown beside them. */
function toMeasured(input: MeasureInput, now: Date) {
  const { takenAt, down, up, latency, download, upload, bytesUsed } = input
  const common = { takenAt: takenAt ?? now, latencyMs: latency }
  if (download === '') {
    const source = 'manual' as const
    return { ...common, downKbps: down ?? 0, upKbps: up, source, bytesUsed: null }
  }
  const downKbps = readNdt7(download, 'download')
  const upKbps = upload === '' ? null : readNdt7(upload, 'upload')
  if (downKbps === null || (upload !== '' && upKbps === null)) return null
  return { ...common, takenAt: now, downKbps, upKbps, source: 'browser' as const, bytesUsed }
}

function Measure({ site, links, values, errors }: Measuring & Submission<MeasureInput>) {
  const base = `/espace/connectivite/lieux/${site.id}`
  return (
    <Page
      title="Mesurer la connexion"
      kicker={site.name}
      errors={errors}
      breadcrumbs={[
        { label: 'Connectivité', href: '/espace/connectivite' },
        { label: site.name, href: base },
      ]}
    >
      <SpeedTest />
      <h2>{t('Les chiffres de la mesure')}</h2>
      <Form submit="Garder cette mesure" secondary={{ label: 'Annuler', href: base }}>
        <Hidden name="download" value={values.download} />
        <Hidden name="upload" value={values.upload} />
        <Hidden name="bytesUsed" value={values.bytesUsed} />
        {links.length > 0 && (
          <Select
            name="linkId"
            label="Connexion mesurée"
            empty="Je ne sais pas"
            required={false}
            options={links.map((link) => ({ value: link.id, label: nameLink(link) }))}
            value={values.linkId}
            error={errors.linkId}
          />
        )}
        <FigureFields values={values} errors={errors} />
      </Form>
    </Page>
  )
}

function FigureFields({ values, errors }: Submission<MeasureInput>) {
  return (
    <>
      <TextField
        name="down"
        label="Débit descendant, en Mbit/s"
        hint="Tel que l’outil de mesure le montre, par exemple 8,5."
        value={values.down}
        error={errors.down}
      />
      <TextField
        name="up"
        label="Débit montant, en Mbit/s"
        required={false}
        value={values.up}
        error={errors.up}
      />
      <NumberField
        name="latency"
        label="Latence, en millisecondes"
        hint="Aussi appelée « ping »."
        required={false}
        value={values.latency}
        error={errors.latency}
      />
      <DateTimeField
        name="takenAt"
        label="Moment de la mesure"
        value={values.takenAt}
        error={errors.takenAt}
      />
    </>
  )
}
