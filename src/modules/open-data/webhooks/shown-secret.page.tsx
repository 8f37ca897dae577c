/** The secret of a receiver, shown for ten minutes to whoever asked for it, in the same browser: never again after. */
import { createSealedCookie } from '#modules/identity/index.ts'
import { t } from '#platform/i18n.ts'
import { type Context, page } from '#platform/web.ts'
import { Actions, ButtonLink, Notice, Page } from '#web/components/index.tsx'
import { changesReceiver, loadReceiver, type OfReceiver, routePath } from './load-receiver.ts'
import { guideAddress, receiverAddress } from './receiver-address.ts'

interface ShownSecret {
  readonly personId: string
  readonly receiverId: string
  readonly secret: string
}

export const shownSecret = createSealedCookie<ShownSecret>('cauri-secret-de-recepteur', 600)

interface Shown extends OfReceiver {
  readonly secret: string | null
}

export const shownSecretPage = page(`${routePath}/:receiverId/secret`, {
  load: async (params, context: Context): Promise<Shown> => {
    const found = await loadReceiver(params, context)
    const shown = shownSecret.read(context)
    const isTheirs = shown?.personId === context.actor.id && shown.receiverId === found.receiver.id
    return { ...found, secret: isTheirs ? shown.secret : null }
  },
  allow: changesReceiver,
  view: ({ organisation, receiver, secret }) => (
    <Page
      title="Le secret du récepteur"
      kicker={organisation.name}
      breadcrumbs={[{ label: receiver.description, href: receiverAddress(receiver) }]}
    >
      {secret ? <OneSecret secret={secret} /> : <NoLongerShown />}
      <Actions>
        <ButtonLink href={receiverAddress(receiver)}>Ouvrir le récepteur</ButtonLink>
        <ButtonLink href={guideAddress} kind="quiet">
          Vérifier les signatures : le mode d’emploi
        </ButtonLink>
      </Actions>
    </Page>
  ),
})

function OneSecret({ secret }: { secret: string }) {
  return (
    <>
      <Notice kind="warning" title="Copiez-le maintenant dans votre système">
        <p>
          {t(
            'Il sert à vérifier que chaque message vient de Cauri, qui ne le montrera plus. Ne l’envoyez ni par courriel ni par messagerie.',
          )}
        </p>
      </Notice>
      <p class="hash">
        <code>{secret}</code>
      </p>
    </>
  )
}

function NoLongerShown() {
  return (
    <p>
      {t(
        'Un secret ne se montre qu’une fois, dix minutes au plus. Si vous ne l’avez pas copié, renouvelez-le.',
      )}
    </p>
  )
}
