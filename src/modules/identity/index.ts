/** The front door of identity. */
export { describeAllowances } from './api-keys/allowance.rules.ts'
export { mayMakeKeys, mayRevokeKeys } from './api-keys/api-key.policy.ts'
export { listKeyNames } from './api-keys/api-key.queries.ts'
export { answerKeyRefusal, describeKeyRefusal } from './api-keys/key-refusal.ts'
export { type KeyReading, type KeyRefusal, readApiKey } from './api-keys/read-api-key.ts'
export { quotas, type Scope, scopes } from './api-keys/scope.lists.ts'
export { signAssistance, signOrganisation } from './assistance/assistance.labels.ts'
export { createIdentityRoutes } from './identity.routes.ts'
export { identitySchedules } from './identity.schedules.ts'
export { identityTables } from './identity-tables.ts'
export { deliver, type Letter, planChannels, type Recipient } from './notifications/deliver.ts'
export { type Notification, notify } from './notifications/notify.ts'
export {
  listRecipients,
  listRecipientsOf,
  listRecipientsOfKinds,
  type MemberRecipient,
} from './notifications/recipients.queries.ts'
export { refuseCampaignsBySms } from './notifications/refusals.queries.ts'
export { tellOfTopic } from './notifications/tell-person.ts'
export { operationsSpace } from './operations/operations.space.ts'
export { leadingRoles } from './organisations/membership.policy.ts'
export {
  createOrganisation,
  renameOrganisation,
  suspendOrganisation,
} from './organisations/organisation.actions.ts'
export {
  findAssociation,
  getOrganisation,
  isMember,
  isSuspended,
  listEveryOrganisationName,
  listMembers,
  listOrganisationNames,
  type Member,
  type Organisation,
} from './organisations/organisation.queries.ts'
export { createAdministrator } from './people/administrator.ts'
export { findPersonalDetails, findPersonToName, listPersonNames } from './people/person.queries.ts'
export { createAuthenticate } from './sessions/authenticate.ts'
export { createSealedCookie } from './sessions/sealed-cookie.ts'
export { signPages } from './signing/sign-pages.tsx'
export { describeEvidence, nameSignatoryRole, type Proof } from './signing/signature-evidence.ts'
export type { SpaceContribution, SpaceLink, SpaceTask } from './space/space.ts'
