/** Starting to act for a commune: why, and for how long. */
import { z } from 'zod'
import { NotFound } from '#platform/errors.ts'
import { t } from '#platform/i18n.ts'
import { type Context, fields, form, refuse, type Submission, seeOther } from '#platform/web.ts'
import { Form, Notice, Page, RadioGroup, TextArea } from '#web/components/index.tsx'
import { getOrganisation, type Organisation } from '../organisations/organisation.queries.ts'
import { startAssistance } from './assistance.actions.ts'
import { mayAssist } from './assistance.policy.ts'
import { isAssistanceAllowed } from './assistance.queries.ts'
import { durations } from './assistance.rules.ts'

const Start = z.object({
  motif: fields.text({ min: 10, max: 500, missing: 'Dites pourquoi la commune vous a appelé' }),
  duree: fields.choice(durations, 'Choisissez une durée'),
})

const refused =
  'Cette commune a choisi de ne pas être assistée. Sa direction peut revenir sur ce choix depuis son registre des assistances.'

interface Shown {
  readonly commune: Organisation
  readonly isAllowed: boolean
}

async function loadCommune({ communeId }: { communeId: string }, { db }: Context): Promise<Shown> {
  const commune = await getOrganisation(db, communeId)
  if (commune.kind !== 'commune') throw new NotFound()
  return { commune, isAllowed: await isAssistanceAllowed(db, communeId) }
}

export const startAssistancePage = form('/espace/assistance/:communeId', {
  load: loadCommune,
  allow: mayAssist,
  input: Start,
  initial: () => ({ duree: '2' }),
  invalid: (shown, submission) => <StartAssistance {...shown} {...submission} />,
  valid: async ({ commune, isAllowed }, { motif, duree }, context) => {
    if (!isAllowed) return refuse({ form: refused })
    await startAssistance(context, commune.id, { reason: motif, hours: duree })
    return seeOther('/espace', 'L’assistance commence. Les personnes de la commune sont prévenues.')
  },
})

function StartAssistance({
  commune,
  isAllowed,
  values,
  errors,
}: Shown & Submission<z.infer<typeof Start>>) {
  return (
    <Page
      title={t('Assister {name}', { name: commune.name })}
      errors={errors}
      breadcrumbs={[{ label: 'Assister une commune', href: '/espace/assistance' }]}
    >
      {isAllowed ? <WhatItMeans /> : <Refused />}
      <Form
        action={`/espace/assistance/${commune.id}`}
        submit="Commencer l’assistance"
        secondary={{ label: 'Renoncer', href: '/espace/assistance' }}
      >
        <TextArea
          name="motif"
          label="Pourquoi la commune vous a-t-elle appelé ?"
          hint="Les personnes de la commune lisent ce motif, et il reste au registre."
          value={values.motif}
          error={errors.motif}
        />
        <RadioGroup
          name="duree"
          label="Pour combien de temps ?"
          hint="Vous pouvez arrêter plus tôt ; la commune aussi."
          options={durations.map((value) => ({ value, label: durationLabels[value] }))}
          value={values.duree}
          error={errors.duree}
        />
      </Form>
    </Page>
  )
}

const durationLabels = { '1': 'Une heure', '2': 'Deux heures', '4': 'Quatre heures' } as const

function WhatItMeans() {
  return (
    <Notice kind="info" title="Ce que vous pourrez faire">
      <ul>
        <li>{t('Rédiger ses besoins et les soumettre à sa direction ; répondre aux startups.')}</li>
        <li>
          {t('Ni approuver, ni publier, ni signer, ni inviter, ni ouvrir une mise en relation.')}
        </li>
        <li>{t('Tout porte votre nom et la marque « pour le compte de la commune ».')}</li>
      </ul>
    </Notice>
  )
}

function Refused() {
  return (
    <Notice kind="warning">
      <p>{t(refused)}</p>
    </Notice>
  )
}
