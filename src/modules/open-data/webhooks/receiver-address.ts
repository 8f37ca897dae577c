/** Where the receivers of an organisation are shown. */

export const receiversOf = (organisationId: string) =>
  `/espace/organisations/${organisationId}/recepteurs`

interface Owned {
  readonly id: string
  readonly organisationId: string
}

export const receiverAddress = ({ id, organisationId }: Owned) =>
  `${receiversOf(organisationId)}/${id}`

export const guideAddress = '/aide/recevoir-les-evenements'
