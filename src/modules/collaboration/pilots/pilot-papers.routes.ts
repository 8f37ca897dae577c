/** The papers of a pilot, for whoever may read what they say. */
import { getCommuneIssuer } from '#modules/directory/index.ts'
import { listOrganisationNames } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import {
  type DocumentModel,
  type NewDocument,
  nameCommune,
  paperRoutes,
} from '#platform/documents.ts'
import type { Context, Route } from '#platform/web.ts'
import {
  type PilotParts,
  writePilotReport,
  writePilotSheet,
  writeReuseSheet,
} from './pilot.paper.ts'
import { pilotPolicy } from './pilot.policy.ts'
import { getFullPilot, getFullPilotByReference } from './pilot.queries.ts'
import type { FullPilot } from './pilot.schema.ts'

function writeAs(kind: string, write: (parts: PilotParts) => DocumentModel, isPublic: boolean) {
  return async (full: FullPilot, { db }: Context): Promise<NewDocument> => {
    const { id, communeId, startupId } = full.pilot
    const names = await listOrganisationNames(db, [communeId, startupId])
    const model = write({ full, names, issuer: await getCommuneIssuer(db, communeId) })
    const issuer = { id: communeId, name: nameCommune(model.issuer.name) }
    const subject = { kind: 'pilot', id }
    return { kind, subject, issuer, readerIds: [startupId], isPublic, model }
  }
}

/** Once the startup has it: a draft is not a paper yet. */
const sheet = {
  load: ({ pilotId }: { pilotId: string }, { db }: Context) => getFullPilot(db, pilotId),
  allow: (actor: Actor, { pilot }: FullPilot) =>
    pilotPolicy.follow(actor, pilot) && pilot.status !== 'draft',
  write: writeAs('pilotSheet', writePilotSheet, false),
}

const decided = {
  load: ({ ref }: { ref: string }, { db }: Context) => getFullPilotByReference(db, ref),
  allow: (actor: Actor, { pilot }: FullPilot) => pilotPolicy.readPublic(actor, pilot),
}
const report = { ...decided, write: writeAs('pilotReport', writePilotReport, true) }
const reuse = {
  ...decided,
  allow: (actor: Actor, full: FullPilot) =>
    decided.allow(actor, full) && full.pilot.reuseSheet !== '',
  write: writeAs('reuseSheet', writeReuseSheet, true),
}

export const pilotPaperRoutes: Route[] = [
  ...paperRoutes('/espace/experimentations/:pilotId/fiche', sheet),
  ...paperRoutes('/experimentations/:ref/evaluation', report),
  ...paperRoutes('/experimentations/:ref/reutilisation', reuse),
]
