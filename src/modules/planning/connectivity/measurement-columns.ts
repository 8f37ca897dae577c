/** The columns of a file of measurements, under the names that meters give them: Cauri's own, Ookla's, NDT7's. */
import {
  integerColumn,
  momentColumn,
  needed,
  numberColumn,
  textColumn,
  type ValuesOf,
} from '#platform/tables/columns.rules.ts'

const fastestKbps = 10_000_000

export const measurementColumns = {
  site: textColumn({
    label: 'Lieu',
    aliases: ['site', 'nom du lieu', 'emplacement'],
    hint: 'Le nom d’un lieu de la commune, tel qu’il est déclaré. Peut manquer si vous écrivez le lieu à l’envoi.',
  }),
  takenAt: needed(
    momentColumn({
      label: 'Mesuré le',
      aliases: [
        'date',
        'date et heure',
        'horodatage',
        'moment',
        'test date',
        'start time',
        'timestamp',
      ],
      hint: '23/11/2026 14:30',
    }),
  ),
  downMbps: numberColumn({
    label: 'Débit descendant (Mbit/s)',
    aliases: [
      'débit descendant',
      'descendant',
      'download',
      'download mbps',
      'mean client mbps',
      'MeanClientMbps',
    ],
    max: fastestKbps / 1000,
    hint: '8,5',
  }),
  downKbps: integerColumn({
    label: 'Débit descendant (kbit/s)',
    aliases: ['avg_d_kbps', 'download kbps'],
    max: fastestKbps,
  }),
  upMbps: numberColumn({
    label: 'Débit montant (Mbit/s)',
    aliases: ['débit montant', 'montant', 'upload', 'upload mbps'],
    max: fastestKbps / 1000,
    hint: '2,1',
  }),
  upKbps: integerColumn({
    label: 'Débit montant (kbit/s)',
    aliases: ['avg_u_kbps', 'upload kbps'],
    max: fastestKbps,
  }),
  latency: numberColumn({
    label: 'Latence (ms)',
    aliases: ['latence', 'ping', 'avg_lat_ms', 'latency'],
    max: 60_000,
    hint: '45',
  }),
}

export type MeasurementLine = ValuesOf<typeof measurementColumns>

/** In kbit/s, from whichever unit the file holds. */
export function speedsOf({ downMbps, downKbps, upMbps, upKbps, latency }: MeasurementLine) {
  const inKbps = (mbps: number | null) => (mbps === null ? null : Math.round(mbps * 1000))
  return {
    downKbps: downKbps ?? inKbps(downMbps),
    upKbps: upKbps ?? inKbps(upMbps),
    latencyMs: latency === null ? null : Math.max(1, Math.round(latency)),
  }
}
