/** Projects that have started. */

import { z } from 'zod'
import {
  getPublicProject,
  listStartedProjects,
  type StartedProject,
} from '#modules/collaboration/index.ts'
import { refuse } from '#platform/web.ts'
import { type Communes, findCommuneId, loadCommunes, writeCommuneRef } from './commune-refs.ts'
import { at, glazoue, links, startup } from './example-refs.facts.ts'
import { type Asked, operation } from './operation.types.ts'
import {
  addresses,
  amount,
  CommuneRef,
  day,
  listQuery,
  moment,
  momentKey,
  named,
  noQuery,
  noSuch,
  pageOf,
  StartupRef,
  year,
} from './shapes.schema.ts'
import { loadStartups, type Startups, writeStartupRef } from './startup-refs.ts'
import { toPublishedCursor, writeList } from './write-list.rules.ts'

const statuses = ['running', 'suspended', 'closed', 'abandoned'] as const

const Project = z
  .object({
    ...{ reference: z.string(), title: z.string(), summary: z.string() },
    status: z.enum(statuses),
    commune: CommuneRef,
    contractor: StartupRef,
    amount: amount(),
    services: z.array(z.string()).describe('Codes des services municipaux concernés.'),
    startsOn: day().nullable(),
    endsOn: day().nullable(),
    startedAt: moment(),
    closedAt: moment().nullable(),
    ...addresses,
  })
  .describe('Ce qu’une commune met en place, et avec qui.')
  .meta({ id: 'Project' })

const Milestone = z.object({
  ...{ position: z.int(), title: z.string(), dueOn: day() },
  weight: z.int().describe('Part du travail, sur 100.'),
  payment: amount(),
  status: z.enum(['planned', 'delivered', 'accepted', 'partlyAccepted', 'refused']),
  acceptedAt: moment().nullable(),
  paidOn: day().nullable(),
})

const FullProject = Project.extend({
  progress: z.number().describe('De 0 à 100, en part du travail.'),
  milestones: z.array(Milestone),
})
  .describe('Un projet, jalon par jalon.')
  .meta({ id: 'FullProject' })

const example: z.output<typeof Project> = {
  ...{ reference: 'PRJ-2026-0001', title: 'Les droits de place de Glazoué' },
  ...{ summary: 'Chaque place payée est connue le jour même.', status: 'running' },
  commune: glazoue,
  contractor: startup,
  ...{ amount: 2_400_000, services: ['market-stall'], startsOn: '2026-10-01' },
  ...{ endsOn: '2027-03-31', startedAt: '2026-10-02T08:00:00.000Z', closedAt: null },
  ...at('/projets/PRJ-2026-0001'),
}

export const projectOperations = [
  operation({
    ...{ name: 'listProjects', resource: 'projets', path: '/projets' },
    summary: 'Les projets démarrés, les plus récents d’abord',
    query: listQuery(
      {
        etat: z
          .enum(statuses, 'Choisissez running, suspended, closed ou abandoned')
          .optional()
          .describe('L’état du projet.'),
        commune: named('La commune, comme dans son adresse.'),
        annee: year('Année de démarrage.'),
      },
      momentKey,
    ),
    reply: pageOf('ProjectPage', Project),
    example: {
      data: [example],
      links: links('/projets?etat=running'),
    },
    work: async (asked) => {
      const { etat = null, commune, annee = null, apres, limite } = asked.query
      const communes = await loadCommunes(asked.db)
      const communeId = findCommuneId(communes, commune)
      if (communeId === 'unknown') return refuse({ commune: noSuch('cette commune') })
      const filter = { status: etat, communeId, startupId: null, year: annee }
      const cursor = toPublishedCursor(apres)
      const found = await listStartedProjects(asked.db, filter, cursor, limite)
      const startups = await loadStartups(
        asked.db,
        found.map(({ startupId }) => startupId),
      )
      const keyOf = ({ startedAt, id }: StartedProject) => [startedAt.toISOString(), id]
      return writeList(asked, found, keyOf, (row) =>
        writeProject(row, { communes, startups }, asked),
      )
    },
  }),
  operation({
    ...{ name: 'getProject', resource: 'projets', path: '/projets/:reference' },
    ...{ summary: 'Un projet', query: noQuery, reply: FullProject },
    example: {
      ...{ ...example, progress: 40 },
      milestones: [
        {
          ...{ position: 1, title: 'Un premier marché équipé', dueOn: '2026-12-15', weight: 40 },
          ...{ payment: 960_000, status: 'accepted', paidOn: null },
          acceptedAt: '2026-12-12T15:00:00.000Z',
        },
      ],
    },
    work: async (asked) => {
      const { project, milestones, progress } = await getPublicProject(
        asked.db,
        asked.params.reference ?? '',
      )
      const communes = await loadCommunes(asked.db)
      const startups = await loadStartups(asked.db, [project.startupId])
      return {
        ...writeProject(project, { communes, startups }, asked),
        progress,
        milestones: milestones.map((one) => {
          const { position, title, dueOn, weight, payment, status, paidOn, acceptedAt } = one
          return {
            ...{ position, title, dueOn, weight, payment, status, paidOn },
            acceptedAt: acceptedAt?.toISOString() ?? null,
          }
        }),
      }
    },
  }),
]

interface Names {
  readonly communes: Communes
  readonly startups: Startups
}

function writeProject(
  row: StartedProject,
  { communes, startups }: Names,
  asked: Asked<unknown>,
): z.output<typeof Project> {
  const { reference, title, summary, services, startsOn, endsOn } = row
  return {
    ...{ reference, title, summary, services, startsOn, endsOn, amount: row.amount },
    status: Project.shape.status.parse(row.status),
    commune: writeCommuneRef(communes, row.communeId, asked),
    contractor: writeStartupRef(startups, row.startupId, asked, row.contractor),
    startedAt: row.startedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    url: asked.url(`/projets/${reference}`),
    page: asked.page(`/projets/${reference}`),
  }
}
