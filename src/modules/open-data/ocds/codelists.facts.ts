/** The closed lists of OCDS 1.1.5, and the codes that Cauri uses of the open ones (https://standard.open-contracting.org/1.1/en/schema/codelists/). */
import { releaseTags } from './ocds.types.ts'

/** By the name of the field, wherever it is. */
export const codesOfField: Readonly<Record<string, readonly string[]>> = {
  tag: [...releaseTags, 'compiled'],
  initiationType: ['tender'],
  procurementMethod: ['open', 'selective', 'limited', 'direct'],
  mainProcurementCategory: ['goods', 'works', 'services'],
  additionalProcurementCategories: ['goods', 'works', 'services', 'consultingServices'],
  awardCriteria: ['ratedCriteria'],
  submissionMethod: ['electronicSubmission', 'electronicAuction', 'written', 'inPerson'],
  documentType: [
    ...['needsAssessment', 'feasibilityStudy', 'tenderNotice', 'biddingDocuments'],
    ...['awardNotice', 'completionCertificate'],
  ],
  roles: ['buyer', 'procuringEntity', 'supplier', 'tenderer', 'payer', 'payee', 'interestedParty'],
  relationship: ['planning', 'unsuccessfulProcess'],
  scheme: ['ocid'],
  type: ['assessment', 'delivery'],
  measure: ['bids', 'validBids'],
  currency: ['XOF'],
}

const milestone = ['scheduled', 'met', 'notMet', 'partiallyMet']

/** A status by what it is the status of. */
export const statusesOf: Readonly<Record<string, readonly string[]>> = {
  tender: [
    ...['planning', 'planned', 'active', 'cancelled', 'unsuccessful', 'complete', 'withdrawn'],
  ],
  awards: ['pending', 'active', 'cancelled', 'unsuccessful'],
  contracts: ['pending', 'active', 'cancelled', 'terminated'],
  milestones: milestone,
}
