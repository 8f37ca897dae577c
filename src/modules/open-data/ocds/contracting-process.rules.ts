/**
 * The contracting processes of a dossier. The standard knows one per procedure: the first that a need led to goes on from its
 * planning; another one, such as a second call after a first that found nobody, is a process of its own that names the first.
 */
import type {
  Dossier,
  PublicAgreement,
  PublicCall,
  PublicProject,
  PublicTender,
} from '#modules/collaboration/index.ts'

export type Procedure =
  | { readonly kind: 'call'; readonly call: PublicCall }
  | { readonly kind: 'tender'; readonly tender: PublicTender }
  | { readonly kind: 'agreement'; readonly agreement: PublicAgreement }
  | { readonly kind: 'project'; readonly project: PublicProject }

export interface ContractingProcess {
  /** What follows the prefix in its identifier; it never changes. */
  readonly reference: string
  readonly procedure: Procedure | null
  readonly agreements: readonly PublicAgreement[]
  readonly projects: readonly PublicProject[]
  /** Of the need's first process, when this is not it, and whether that one failed. */
  readonly follows: { readonly reference: string; readonly hasFailed: boolean } | null
}

export function listContractingProcesses(dossier: Dossier): ContractingProcess[] {
  const procedures = listProcedures(dossier)
  const [first] = procedures
  const reference = dossier.need?.reference ?? (first ? nameProcedure(first) : undefined)
  if (reference === undefined) return []
  const anchor = { ...gather(dossier, first ?? null), reference, follows: null }
  const hasFailed = first?.kind === 'call' && hasNoAward(first.call)
  return [
    anchor,
    ...procedures.slice(1).map((procedure) => ({
      ...gather(dossier, procedure),
      reference: nameProcedure(procedure),
      follows: { reference, hasFailed },
    })),
  ]
}

const hasNoAward = ({ events }: PublicCall) =>
  ['unsuccessful', 'cancelled'].includes(events.at(-1)?.toStatus ?? '')

/** In the order in which they became public: the first stays the first. */
function listProcedures({ calls, tenders, agreements, projects }: Dossier): Procedure[] {
  const awards = new Set(calls.flatMap((call) => call.awards.map(({ id }) => id)))
  const direct = agreements.filter(({ awardId }) => awardId === null || !awards.has(awardId))
  const signed = new Set(agreements.map(({ id }) => id))
  const own = projects.filter(({ agreementId }) => agreementId === null || !signed.has(agreementId))
  const dated = [
    ...calls.map((call) => ({ at: call.publishedAt, procedure: { kind: 'call', call } as const })),
    ...tenders.map((tender) => ({
      at: tender.handedOverAt,
      procedure: { kind: 'tender', tender } as const,
    })),
    ...direct.map((agreement) => ({
      at: agreement.signedAt,
      procedure: { kind: 'agreement', agreement } as const,
    })),
    ...own.map((project) => ({
      at: project.startedAt,
      procedure: { kind: 'project', project } as const,
    })),
  ]
  const byMoment = dated.sort((a, b) => a.at.getTime() - b.at.getTime())
  return byMoment.map(({ procedure }) => procedure)
}

export function nameProcedure(procedure: Procedure): string {
  if (procedure.kind === 'call') return procedure.call.reference
  if (procedure.kind === 'tender') return procedure.tender.reference
  return procedure.kind === 'agreement'
    ? procedure.agreement.reference
    : procedure.project.reference
}

/** What was signed and is carried out because of it. */
function gather({ agreements, projects }: Dossier, procedure: Procedure | null) {
  const signed = agreements.filter((agreement) => isOf(agreement, procedure))
  const ids = signed.map(({ id }) => id)
  return {
    procedure,
    agreements: signed,
    projects: projects.filter(
      (project) =>
        (procedure?.kind === 'project' && procedure.project === project) ||
        (project.agreementId !== null && ids.includes(project.agreementId)),
    ),
  }
}

function isOf(agreement: PublicAgreement, procedure: Procedure | null): boolean {
  if (procedure?.kind === 'agreement') return procedure.agreement === agreement
  if (procedure?.kind !== 'call') return false
  return procedure.call.awards.some(({ id }) => id === agreement.awardId)
}

/** By its own reference, everything a process is made of: what leads to it from a page. */
export function listSubjects(process: ContractingProcess): string[] {
  const { reference, procedure, agreements, projects } = process
  const parts = [...agreements, ...projects].map((part) => part.reference)
  return [...new Set([reference, ...(procedure ? [nameProcedure(procedure)] : []), ...parts])]
}
