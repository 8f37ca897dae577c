/** The front door of identity: people, organisations, who acts for whom, and how they are told. */
export { createIdentityRoutes } from './identity.routes.ts'
export { type Notification, notify } from './notifications/notify.ts'
export { createOrganisation } from './organisations/organisation.actions.ts'
export {
  findAssociation,
  getOrganisation,
  isMember,
  listMembers,
  listMemberships,
  listOrganisationNames,
  type Member,
  type Membership,
  type Organisation,
} from './organisations/organisation.queries.ts'
export { kindLabels, roleLabels } from './organisations/role.labels.ts'
export { hashPassword } from './people/password.ts'
export { listPersonNames } from './people/person.queries.ts'
export { authenticate } from './sessions/session.ts'
export type { SpaceContribution, SpaceLink, SpaceTask } from './space/space.ts'
