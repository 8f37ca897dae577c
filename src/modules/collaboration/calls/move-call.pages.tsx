/** The steps of a call that its page offers: plain buttons, and forms where a reason is owed. */
import { z } from 'zod'
import { action, type Context, seeOther } from '#platform/web.ts'
import { reasonForm } from '#web/moves/reason-form.tsx'
import { concludeCall } from '../result/complaint.actions.ts'
import { moveCall } from './call.actions.ts'
import { callPolicy } from './call.policy.ts'
import { getCall } from './call.queries.ts'
import type { Call } from './call.schema.ts'
import { publishCall } from './publish-call.ts'

export const loadCall = ({ callId }: { callId: string }, { db }: Context) => getCall(db, callId)

const back = (call: Call) => ({ href: `/espace/appels/${call.id}`, label: call.title })

const submitCallAction = action('/espace/appels/:callId/soumettre', {
  load: loadCall,
  allow: callPolicy.submit,
  input: z.object({}),
  back: (call) => back(call).href,
  act: async (call, _, context) => {
    await moveCall(context, call, 'submit')
    return seeOther(back(call).href, 'L’appel est soumis à relecture. La direction est prévenue.')
  },
})

const publishCallAction = action('/espace/appels/:callId/publier', {
  load: loadCall,
  allow: callPolicy.publish,
  input: z.object({}),
  back: (call) => back(call).href,
  act: async (call, _, context) => {
    const published = await publishCall(context, call)
    return seeOther(
      `/appels/${published.reference}`,
      'L’appel est public. Les startups dont une solution correspond vont être prévenues.',
    )
  },
})

const concludeCallAction = action('/espace/appels/:callId/conclure', {
  load: loadCall,
  allow: callPolicy.conclude,
  input: z.object({}),
  back: (call) => back(call).href,
  act: async (call, _, context) => {
    await concludeCall(context, call)
    return seeOther(back(call).href, 'L’attribution est définitive.')
  },
})

const sendBackPage = reasonForm('/espace/appels/:callId/renvoyer', {
  load: loadCall,
  allow: callPolicy.sendBack,
  back,
  title: 'Renvoyer pour correction',
  label: 'Ce qu’il faut corriger',
  hint: 'Les rédacteurs recevront ce texte tel quel.',
  done: 'L’appel est renvoyé. Ses rédacteurs sont prévenus.',
  act: (call, reason, context) => moveCall(context, call, 'sendBack', { reason }),
})

const cancelPage = reasonForm('/espace/appels/:callId/annuler', {
  load: loadCall,
  allow: callPolicy.cancel,
  back,
  title: 'Annuler l’appel',
  label: 'Pourquoi l’annuler',
  hint: 'Public si l’appel l’est déjà. Les propositions scellées ne seront jamais ouvertes.',
  isDangerous: true,
  done: 'L’appel est annulé. Les personnes concernées sont prévenues.',
  act: (call, reason, context) => moveCall(context, call, 'cancel', { reason }),
})

const declareUnsuccessfulPage = reasonForm('/espace/appels/:callId/infructueux', {
  load: loadCall,
  allow: callPolicy.declareUnsuccessful,
  back,
  title: 'Déclarer l’appel infructueux',
  label: 'Pourquoi',
  hint: 'Public. Par exemple : aucune proposition, ou aucune au-dessus des notes minimales.',
  done: 'L’appel est déclaré infructueux.',
  act: (call, reason, context) => moveCall(context, call, 'declareUnsuccessful', { reason }),
})

export const moveCallPages = [
  submitCallAction,
  publishCallAction,
  concludeCallAction,
  sendBackPage,
  cancelPage,
  declareUnsuccessfulPage,
]
