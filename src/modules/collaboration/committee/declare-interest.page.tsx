/** Where a member of a committee says whether they have an interest; with one, they are cut off at once. */
import { z } from 'zod'
import { orNotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Form, Notice, Page, RadioGroup, TextArea } from '#web/components/index.tsx'
import { reasonForm } from '#web/moves/reason-form.tsx'
import { getCall } from '../calls/call.queries.ts'
import type { Call } from '../calls/call.schema.ts'
import { cutMember, declareNoInterest } from './committee.actions.ts'
import { memberPolicy } from './member.policy.ts'
import { findMember, getMember } from './member.queries.ts'
import type { Member } from './member.schema.ts'

const Declared = z.object({
  interest: fields.choice(['none', 'some'], 'Dites si vous avez un intérêt'),
  declaration: fields.optionalText(2000),
})

interface Seat {
  readonly call: Call
  readonly member: Member
}

export const declareInterestPage = form('/espace/appels/:callId/comite/declaration', {
  load: async ({ callId }: { callId: string }, { db, actor }: Context): Promise<Seat> => ({
    member: orNotFound(await findMember(db, callId, actor.id)),
    call: await getCall(db, callId),
  }),
  allow: (actor, { member }) => memberPolicy.cut(actor, member) && member.status !== 'cut',
  input: Declared,
  invalid: (seat, submission) => <DeclareInterest {...seat} {...submission} />,
  valid: async ({ call, member }, { interest, declaration }, context) => {
    if (interest === 'some') {
      if (declaration.length < 20)
        return refuse({ declaration: 'Dites quel est ce lien, en 20 caractères au moins' })
      await cutMember(context, member, declaration)
      return seeOther(
        '/espace',
        'Merci. Vous n’avez plus accès aux propositions de cet appel ; vos notes, s’il y en avait, ne comptent plus.',
      )
    }
    if (member.status === 'named') await declareNoInterest(context, member)
    return seeOther(
      `/espace/appels/${call.id}/evaluation`,
      'Votre déclaration est gardée au dossier.',
    )
  },
})

function DeclareInterest({
  call,
  member,
  values,
  errors,
}: Seat & Submission<z.infer<typeof Declared>>) {
  return (
    <Page
      title="Votre déclaration d’intérêts"
      kicker={`${call.reference ?? ''} ${call.title}`}
      errors={errors}
      breadcrumbs={[{ label: 'Mon espace', href: '/espace' }]}
    >
      {member.status === 'declared' && (
        <Notice kind="info">
          <p>
            {t(
              'Vous avez déclaré n’avoir aucun intérêt. Si vous en découvrez un maintenant, dites-le : vos notes seront annulées, avec une trace.',
            )}
          </p>
        </Notice>
      )}
      <p>
        {t(
          'Un intérêt : vous, un proche ou votre employeur détenez une part d’une entreprise qui répond, y travaillez, lui devez de l’argent, ou l’avez conseillée pour cet appel.',
        )}
      </p>
      <InterestForm call={call} values={values} errors={errors} />
    </Page>
  )
}

function InterestForm({
  call,
  values,
  errors,
}: Submission<z.infer<typeof Declared>> & Pick<Seat, 'call'>) {
  return (
    <Form
      action={`/espace/appels/${call.id}/comite/declaration`}
      submit="Déclarer"
      secondary={{ label: 'Plus tard', href: '/espace' }}
    >
      <RadioGroup
        name="interest"
        label="Avez-vous un lien ou un intérêt ?"
        value={values.interest}
        error={errors.interest}
        options={[
          {
            value: 'none',
            label: 'Non, aucun',
            hint: 'Je garderai le secret de ce que je lirai.',
          },
          {
            value: 'some',
            label: 'Oui',
            hint: 'Je me retire : je ne lirai pas les propositions.',
          },
        ]}
      />
      <TextArea
        name="declaration"
        label="Lequel ?"
        hint="Seulement si vous avez répondu oui."
        value={values.declaration}
        error={errors.declaration}
        rows={4}
        required={false}
      />
    </Form>
  )
}

export const cutMemberPage = reasonForm('/espace/appels/:callId/comite/:memberId/ecarter', {
  load: async (
    { callId, memberId }: { callId: string; memberId: string },
    { db }: Context,
  ): Promise<Seat> => ({
    member: await getMember(db, callId, memberId),
    call: await getCall(db, callId),
  }),
  allow: (actor, { member }: Seat) => memberPolicy.cut(actor, member) && member.status !== 'cut',
  back: ({ call }) => ({ href: `/espace/appels/${call.id}/comite`, label: 'Le comité' }),
  title: 'Écarter du comité',
  label: 'Pourquoi',
  hint: 'Gardé au dossier. La personne ne revient pas ; ses notes sont annulées.',
  isDangerous: true,
  done: 'La personne est écartée du comité.',
  act: ({ member }, reason, context) => cutMember(context, member, reason),
})
