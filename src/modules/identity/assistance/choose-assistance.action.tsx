/** Whether a commune may be assisted: its executive says so, and changes its mind when it wants. */
import { z } from 'zod'
import { t } from '#platform/i18n.ts'
import { action, fields, seeOther } from '#platform/web.ts'
import { ActionButton, Notice } from '#web/components/index.tsx'
import { chooseAssistance } from './assistance.actions.ts'
import { mayChoose } from './assistance.policy.ts'

const path = '/espace/assistances'

const said = {
  oui: 'C’est noté : le secrétariat de l’ANCB peut assister la commune quand elle l’appelle.',
  non: 'C’est noté : personne de l’ANCB n’agira pour le compte de la commune.',
} as const

export const chooseAssistanceAction = action(`${path}/choix`, {
  load: () => null,
  allow: mayChoose,
  input: z.object({ choix: fields.choice(['oui', 'non'], 'Choisissez') }),
  back: () => path,
  act: async (_, { choix }, context) => {
    await chooseAssistance(context, choix === 'oui')
    return seeOther(path, said[choix])
  },
})

interface Props {
  isAllowed: boolean
  mayChoose: boolean
}

export function AssistanceChoice({ isAllowed, mayChoose: mayChange }: Props) {
  return (
    <Notice
      kind={isAllowed ? 'info' : 'warning'}
      title={
        isAllowed
          ? 'La commune accepte d’être assistée'
          : 'La commune a choisi de ne pas être assistée'
      }
    >
      <p>
        {t(
          'Le secrétariat rédige et répond quand vous l’appelez ; il n’approuve, ne publie et ne signe rien à votre place.',
        )}
      </p>
      {mayChange && (
        <ActionButton
          action={`${path}/choix`}
          label={isAllowed ? 'Ne plus l’accepter' : 'L’accepter de nouveau'}
          fields={{ choix: isAllowed ? 'non' : 'oui' }}
          confirm={
            isAllowed
              ? 'Une assistance en cours prendra fin tout de suite.'
              : 'Le secrétariat pourra de nouveau agir pour le compte de la commune.'
          }
        />
      )}
    </Notice>
  )
}
