/** Importing measurements from a file: read, shown line by line, written once confirmed; the same file again adds nothing. */
import { getOrganisationId } from '#platform/actor.ts'
import { Forbidden } from '#platform/errors.ts'
import { foldWords } from '#platform/tables/fold.rules.ts'
import type { LineCheck } from '#platform/tables/review-table.ts'
import { type Context, fields } from '#platform/web.ts'
import { TextField } from '#web/components/index.tsx'
import { importPages } from '#web/imports/import-pages.tsx'
import { mayKeepConnectivity } from './connectivity.policy.ts'
import { conclude } from './keep.ts'
import { checkMeasurement } from './measurement.rules.ts'
import { type MeasurementLine, measurementColumns, speedsOf } from './measurement-columns.ts'
import { keepMeasurements } from './measurement-import.actions.ts'
import { listNamedSites } from './site.queries.ts'

interface Subject {
  readonly communeId: string
  readonly sites: readonly { readonly id: string; readonly name: string }[]
}

const base = '/espace/connectivite/importer'

export const importMeasurementsPages = importPages(base, {
  kind: 'measurements',
  title: 'Importer des mesures',
  lead: 'Un fichier CSV ou Excel de mesures prises ailleurs : application de l’opérateur, Ookla, NDT7, ou votre propre relevé.',
  load: loadSubject,
  allow: mayKeepConnectivity,
  owner: ({ communeId }) => ({ id: communeId, organisationId: communeId }),
  address: () => base,
  back: () => ({ href: '/espace/connectivite', label: 'Connectivité' }),
  columns: measurementColumns,
  choices: {
    input: { site: fields.optionalText(120) },
    initial: () => ({ site: '' }),
    fields: ({ site }, errors) => (
      <TextField
        name="site"
        label="Lieu mesuré, si le fichier ne le dit pas"
        hint="Son nom, tel que la commune l’a déclaré."
        required={false}
        value={site}
        error={errors.site}
      />
    ),
  },
  prepare: async (subject, draft, { now }) => createCheck(subject, chosenSite(draft.choices), now),
  write: async (subject, lines, draft, context) => {
    const chosen = chosenSite(draft.choices)
    const rows = lines.map(({ values }) => ({
      siteId: findSite(subject, values, chosen) ?? '',
      takenAt: values.takenAt,
      ...speedsOf(values),
    }))
    return keepMeasurements(context, draft, subject.communeId, rows)
  },
  finish: async ({ communeId }, _, context) => {
    await conclude(context, { communeId, action: 'import', kind: 'measurement', id: communeId })
  },
  done: ({ written, unchanged }) =>
    unchanged === 0
      ? `${written} mesures importées.`
      : `${written} mesures importées, ${unchanged} déjà connues.`,
})

async function loadSubject(_: unknown, { db, actor }: Context): Promise<Subject> {
  if (!mayKeepConnectivity(actor, null)) throw new Forbidden()
  const communeId = getOrganisationId(actor)
  return { communeId, sites: await listNamedSites(db, communeId) }
}

function chosenSite(choices: Readonly<Record<string, unknown>>): string {
  return typeof choices.site === 'string' ? choices.site : ''
}

/** By its name in the file, whatever the accents; by the one typed beside it where the file says none. */
function findSite(
  { sites }: Subject,
  { site }: MeasurementLine,
  chosen: string,
): string | undefined {
  const wanted = foldWords(site ?? chosen)
  return sites.find(({ name }) => foldWords(name) === wanted)?.id
}

function createCheck(subject: Subject, chosen: string, now: Date): LineCheck<MeasurementLine> {
  const columns = measurementColumns
  return (values) => {
    const { downKbps, upKbps, latencyMs } = speedsOf(values)
    const { takenAt } = values
    const known = subject.sites.map(({ name }) => name).join(', ')
    const problems =
      downKbps === null
        ? { down: 'Manque : il faut le débit descendant, en Mbit/s ou en kbit/s.' }
        : checkMeasurement({ takenAt, downKbps, upKbps, latencyMs }, null, now)
    const labels = {
      takenAt: 'takenAt',
      down: 'downMbps',
      up: 'upMbps',
      latency: 'latency',
    } as const
    return [
      ...(findSite(subject, values, chosen)
        ? []
        : [
            {
              column: columns.site.label,
              message:
                values.site || chosen
                  ? `« ${values.site ?? chosen} » n’est pas un lieu de la commune. Lieux connus : ${known}.`
                  : 'Manque : nommez le lieu dans le fichier, ou écrivez-le à l’envoi.',
            },
          ]),
      ...Object.entries(problems).map(([field, message]) => ({
        column: columns[labels[field as keyof typeof labels]].label,
        message,
      })),
    ]
  }
}
