import { ActionButton, Actions, Button, ButtonLink, TextArea } from '../components/index.tsx'

export function ActSamples() {
  return (
    <>
      <Actions>
        <ButtonLink href="#agir">Publier</ButtonLink>
        <ButtonLink href="#agir" kind="quiet">
          Revenir
        </ButtonLink>
        <ButtonLink href="#agir" kind="danger">
          Retirer
        </ButtonLink>
        <Button disabled>Envoi en cours</Button>
      </Actions>
      <Actions>
        <ActionButton action="/aide/composants" label="Rejoindre ce besoin" />
        <ActionButton
          action="/aide/composants"
          label="Retirer le besoin"
          kind="danger"
          confirm="Le besoin ne sera plus public."
        >
          <TextArea name="motif" label="Motif" rows={2} required={false} />
        </ActionButton>
      </Actions>
    </>
  )
}
