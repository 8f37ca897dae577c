/** Where an invitation is read and answered by whoever got it. */
export const receivedHome = '/espace/sessions-invitations'

export const invitationAddress = ({ id }: { readonly id: string }) => `${receivedHome}/${id}`
