/** All that a contracting process says at some moment, as the body of a release. */
import type { Dossier } from '#modules/collaboration/index.ts'
import { composeAwards, composeBids } from './compose-award.rules.ts'
import { composeContracts } from './compose-contract.rules.ts'
import { composePlanning } from './compose-planning.rules.ts'
import { composePlannedTender, composeTender } from './compose-tender.rules.ts'
import { type ContractingProcess, listContractingProcesses } from './contracting-process.rules.ts'
import { cutDossier } from './cut-dossier.rules.ts'
import type { JsonObject, State } from './ocds.types.ts'
import { gatherParties, type Organisations, type Parties } from './parties.rules.ts'
import { compact, prefixMark, siteMark } from './parts.rules.ts'

/** Undefined while nothing of it is public. */
export function composeState(
  dossier: Dossier,
  reference: string,
  at: Date,
  organisations: Organisations,
): State | undefined {
  const cut = cutDossier(dossier, at)
  const process = listContractingProcesses(cut).find((one) => one.reference === reference)
  if (!process) return undefined
  const parties = gatherParties(organisations)
  const buyers = listBuyers(cut, process)
  const [buyer] = buyers.map((id) => parties.of(id, 'buyer'))
  const { procedure } = process
  const sections = {
    planning: cut.need ? composePlanning(cut.need, process.follows ? [] : cut.pilots) : undefined,
    tender: composeAnyTender(cut, process, parties),
    ...(procedure && {
      bids: composeBids(procedure),
      awards: composeAwards(procedure, parties),
      contracts: composeContracts(process, parties),
    }),
    relatedProcesses: listRelated(process),
  }
  if (!procedure) addInterested(cut, parties)
  const head = { initiationType: 'tender', language: 'fr', buyer }
  return compact({ ...head, parties: parties.list(), ...sections })
}

function composeAnyTender({ need }: Dossier, { procedure }: ContractingProcess, parties: Parties) {
  if (procedure) return composeTender(procedure, parties)
  return need ? composePlannedTender(need, parties) : undefined
}

/** The commune that leads, then those of a grouped call. */
function listBuyers({ need }: Dossier, { procedure }: ContractingProcess): readonly string[] {
  if (procedure?.kind === 'call')
    return [...new Set([procedure.call.communeId, ...procedure.call.partyIds])]
  if (procedure?.kind === 'tender') return [procedure.tender.communeId]
  if (procedure?.kind === 'agreement') return [procedure.agreement.communeId]
  if (procedure?.kind === 'project') return [procedure.project.communeId]
  return need ? [need.communeId] : []
}

/** The communes that have the same need. */
function addInterested({ need }: Dossier, parties: Parties): void {
  for (const { communeId } of need?.joiners ?? []) parties.of(communeId, 'interestedParty')
}

function listRelated({ follows }: ContractingProcess): JsonObject[] {
  if (!follows) return []
  const { reference, hasFailed } = follows
  return [
    {
      id: reference,
      relationship: [hasFailed ? 'unsuccessfulProcess' : 'planning'],
      scheme: 'ocid',
      identifier: `${prefixMark}${reference}`,
      uri: `${siteMark}/donnees/ocds/processus/${reference}`,
    },
  ]
}
