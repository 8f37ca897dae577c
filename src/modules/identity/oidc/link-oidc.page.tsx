/** Linking one's account to the identity just proved, or undoing it. Always an explicit act of the person. */

import { z } from 'zod'
import { getPersonId } from '#platform/actor.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { signedIn } from '#platform/policy.ts'
import { action, form, type Route, refuse, seeOther } from '#platform/web.ts'
import { ActionButton, ButtonLink, Form, Notice, Page } from '#web/components/index.tsx'
import { findOwnLink, linkIdentity, unlinkedIdentity, unlinkIdentity } from './oidc-link.ts'
import type { OidcSettings } from './provider.ts'

const path = '/espace/compte/identite'

export function createLinkPages(settings: OidcSettings): Route[] {
  return [createLinkPage(settings), createUnlinkAction(settings)]
}

function createLinkPage({ name, issuer }: OidcSettings) {
  return form(path, {
    load: async (_, context) => ({
      waiting: unlinkedIdentity.read(context),
      link: await findOwnLink(context.db, getPersonId(context.actor), issuer),
    }),
    allow: signedIn,
    input: z.object({}),
    invalid: ({ waiting, link }, { errors }, { actor }) => (
      <Page
        title={name}
        errors={errors}
        breadcrumbs={[{ label: 'Mon compte', href: '/espace/compte' }]}
      >
        {waiting ? (
          <Confirm identity={waiting.name || waiting.email || name} account={actor.name} />
        ) : (
          <LinkState linkedAt={link?.createdAt ?? null} />
        )}
      </Page>
    ),
    valid: async ({ waiting }, _, context) => {
      if (!waiting) return refuse({ form: 'Le délai est passé : recommencez.' })
      if (!(await linkIdentity(context, getPersonId(context.actor), waiting)))
        return refuse({ form: 'Cette identité est déjà liée à un autre compte.' })
      unlinkedIdentity.forget(context)
      return seeOther(waiting.next, 'C’est lié : cette identité vous connecte désormais.')
    },
  })
}

function createUnlinkAction({ issuer }: OidcSettings) {
  return action(`${path}/delier`, {
    load: () => null,
    allow: signedIn,
    input: z.object({}),
    back: () => path,
    act: async (_, __, context) => {
      await unlinkIdentity(context, getPersonId(context.actor), issuer)
      return seeOther(path, 'Le lien est défait.')
    },
  })
}

function Confirm({ identity, account }: { identity: string; account: string }) {
  return (
    <Form
      action={path}
      submit="Lier à mon compte"
      secondary={{ label: 'Annuler', href: '/espace' }}
    >
      <p>
        {t('L’identité « {identity} » pourra ouvrir le compte Cauri de {account}.', {
          identity,
          account,
        })}
      </p>
    </Form>
  )
}

function LinkState({ linkedAt }: { linkedAt: Date | null }) {
  if (linkedAt === null) return <ButtonLink href={`/connexion/oidc?suite=${path}`}>Lier</ButtonLink>
  return (
    <>
      <Notice kind="success">
        <p>{t('Liée depuis le {date}.', { date: formatDate(linkedAt) })}</p>
      </Notice>
      <ActionButton action={`${path}/delier`} label="Défaire le lien" kind="danger" />
    </>
  )
}
