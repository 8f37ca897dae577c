/** Where a commune or a startup adheres to the framework: prepared, signed, withdrawn. */
import { z } from 'zod'
import { signPages } from '#modules/identity/index.ts'
import { type Actor, getOrganisationId, worksForA } from '#platform/actor.ts'
import { orNotFound } from '#platform/errors.ts'
import { formatDate } from '#platform/format.ts'
import { t } from '#platform/i18n.ts'
import { anyOf } from '#platform/policy.ts'
import { action, type Context, page, seeOther } from '#platform/web.ts'
import { ActionButton, Actions, ButtonLink, Notice, Page, Tag } from '#web/components/index.tsx'
import { reasonForm } from '#web/moves/reason-form.tsx'
import { getFramework, getFrameworkInForce } from '../framework/framework.queries.ts'
import type { FrameworkVersion, FullFramework } from '../framework/framework.schema.ts'
import { hashFramework } from '../framework/framework-text.rules.ts'
import { FrameworkText } from '../framework/framework-text.view.tsx'
import { listSignatures, type Signature } from '../signatures/signature.queries.ts'
import { SignatureList } from '../signatures/signature-list.view.tsx'
import { prepareAdhesion, signAdhesion, withdrawAdhesion } from './adhesion.actions.ts'
import { adhesionPolicy, mayAdhere } from './adhesion.lifecycle.ts'
import { findAdhesion } from './adhesion.queries.ts'
import type { Adhesion } from './adhesion.schema.ts'

const home = '/espace/adhesion'

interface Own {
  readonly signed: Adhesion | undefined
  /** Of the version adhered to, when it is not the one in force any more. */
  readonly former: FrameworkVersion | undefined
  readonly isPrepared: boolean
  readonly inForce: FrameworkVersion
  readonly signatures: readonly Signature[]
}

const ownAdhesionPage = page(home, {
  load: (_, context) => loadOwn(context),
  allow: anyOf(
    (actor: Actor) => worksForA(actor, 'commune'),
    (actor: Actor) => worksForA(actor, 'startup'),
  ),
  view: (own, { actor }) => <OwnAdhesion {...own} actor={actor} />,
})

async function loadOwn({ db, actor }: Context): Promise<Own> {
  const { version: inForce } = await getFrameworkInForce(db)
  const id = actor.organisation?.id
  const signed = id ? await findAdhesion(db, id, 'signed') : undefined
  const prepared = id ? await findAdhesion(db, id, 'prepared') : undefined
  const isFormer = signed && signed.frameworkVersionId !== inForce.id
  return {
    signed,
    inForce,
    isPrepared: prepared?.frameworkVersionId === inForce.id,
    former: isFormer ? (await getFramework(db, signed.frameworkVersionId)).version : undefined,
    signatures: signed ? await listSignatures(db, 'adhesion', signed.id) : [],
  }
}

function OwnAdhesion(own: Own & { actor: Actor }) {
  const { signed, former, inForce, signatures, actor } = own
  const name = actor.organisation?.name ?? ''
  return (
    <Page
      title="Adhérer au cadre de collaboration"
      kicker={name}
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      <p>
        <a href="/cadre-de-collaboration">
          {t('Lire la convention-cadre, version {number}', { number: inForce.number ?? 0 })}
        </a>
      </p>
      {former && <NewerVersion former={former} inForce={inForce} />}
      {signed?.signedAt && (
        <p>
          <Tag tone="success">{t('Adhérent')}</Tag>{' '}
          {t('depuis le {date}, référence {reference}', {
            date: formatDate(signed.signedAt),
            reference: signed.reference,
          })}{' '}
          <a href={`${home}/attestation.pdf`}>{t('L’attestation en PDF')}</a>
        </p>
      )}
      <SignatureList
        signatures={signatures}
        names={new Map([[actor.organisation?.id ?? '', name]])}
      />
      {mayAdhere(actor) ? (
        <AdhesionActs {...own} />
      ) : (
        <p class="soft">
          {t('L’adhésion revient à la direction de la commune, ou au responsable de la startup.')}
        </p>
      )}
    </Page>
  )
}

function NewerVersion({ former, inForce }: Record<'former' | 'inForce', FrameworkVersion>) {
  return (
    <Notice kind="info" title="Une nouvelle version a paru">
      <p>
        {t('Vous restez lié par la version {number}. Rien ne change sans votre signature.', {
          number: former.number ?? 0,
        })}{' '}
        <a href={`/cadre-de-collaboration/versions/${former.number}`}>
          {t('Voir ce qui a changé')}
        </a>
      </p>
      {inForce.summaryOfChanges && <p class="prose">{inForce.summaryOfChanges}</p>}
    </Notice>
  )
}

function AdhesionActs({ signed, former, isPrepared }: Own) {
  return (
    <Actions>
      {isPrepared ? (
        <ButtonLink href={`${home}/signer`}>Signer l’adhésion</ButtonLink>
      ) : (
        (!signed || former) && (
          <ActionButton action={`${home}/preparer`} label="Préparer l’adhésion" kind="primary" />
        )
      )}
      {signed && (
        <ButtonLink kind="quiet" href={`${home}/retirer`}>
          Se retirer du cadre
        </ButtonLink>
      )}
    </Actions>
  )
}

const prepareAdhesionAction = action(`${home}/preparer`, {
  load: () => null,
  allow: mayAdhere,
  input: z.object({}),
  back: () => home,
  act: async (_, __, context) => {
    const { status } = await prepareAdhesion(context)
    return seeOther(status === 'prepared' ? `${home}/signer` : home)
  },
})

interface Signing {
  readonly adhesion: Adhesion
  readonly framework: FullFramework
}

async function loadSigning(
  { db, actor }: Context,
  status: 'prepared' | 'signed',
): Promise<Signing> {
  const id = actor.organisation ? getOrganisationId(actor) : ''
  const adhesion = orNotFound(id ? await findAdhesion(db, id, status) : undefined)
  return { adhesion, framework: await getFramework(db, adhesion.frameworkVersionId) }
}

const signAdhesionPages = signPages<Signing>(`${home}/signer`, {
  load: (_, context) => loadSigning(context, 'prepared'),
  allow: (actor, { adhesion }) => adhesionPolicy.sign(actor, adhesion),
  describe: ({ framework }) => ({
    title: 'Signer l’adhésion',
    back: { href: home, label: 'Adhésion' },
    documentSha256: hashFramework(framework),
    statement:
      'En signant, votre organisation adhère à la convention-cadre dans la version ci-dessous, et à aucune autre.',
    address: `${home}/signer`,
  }),
  view: ({ framework }) => (
    <details>
      <summary>{t('Relire le texte')}</summary>
      <FrameworkText {...framework} />
    </details>
  ),
  sign: ({ adhesion }, proof, context) => signAdhesion(context, adhesion, proof),
  done: 'Votre organisation adhère au cadre. Le registre public le dit désormais.',
})

const withdrawAdhesionPage = reasonForm(`${home}/retirer`, {
  load: (_: never, context: Context) => loadSigning(context, 'signed'),
  allow: (actor, { adhesion }: Signing) => adhesionPolicy.withdraw(actor, adhesion),
  back: () => ({ href: home, label: 'Adhésion' }),
  title: 'Se retirer du cadre',
  label: 'Pourquoi votre organisation se retire',
  hint: 'Gardé au dossier. Les conventions déjà signées ne changent pas.',
  isDangerous: true,
  done: 'Votre organisation n’adhère plus au cadre.',
  act: ({ adhesion }, reason, context) => withdrawAdhesion(context, adhesion, reason),
})

export const ownAdhesionPages = [
  ownAdhesionPage,
  prepareAdhesionAction,
  ...signAdhesionPages,
  withdrawAdhesionPage,
]
