import assert from 'node:assert/strict'
import { test } from 'node:test'
import { system } from '#platform/actor.ts'
import { actors } from '#test/factories/actors.ts'
import { testLifecycle } from '#test/factories/lifecycle-matrix.ts'
import { campaignLifecycle } from './campaign.lifecycle.ts'
import type { Campaign } from './campaign.schema.ts'
import type { CampaignStatus } from './campaign.workflow.ts'

const somebodyElse = '00000000-0000-7000-8000-000000009999'
const at = (status: CampaignStatus) => ({ status, writtenBy: somebodyElse }) as Campaign

const association = ['secretariatAncb', 'commissaireAncb'] as const
const staff = ['secretariatAncb'] as const

testLifecycle({
  title: 'La vie d’une campagne',
  workflow: campaignLifecycle.workflow,
  policy: campaignLifecycle.policy,
  rowAt: at,
  allowed: {
    submit: { draft: [...association] },
    return: { submitted: [...staff], scheduled: [...staff] },
    approve: { submitted: [...staff] },
    begin: {},
    complete: {},
    stop: { scheduled: [...staff], sending: [...staff] },
    withdraw: { draft: [...association], submitted: [...association] },
  },
})

test('qui l’a écrite ne l’approuve pas', () => {
  const { secretariatAncb } = actors
  const own = { status: 'submitted', writtenBy: secretariatAncb.id } as Campaign
  assert.equal(campaignLifecycle.policy.approve(secretariatAncb, own), false)
})

test('seule l’horloge commence et termine un envoi', () => {
  assert.equal(campaignLifecycle.policy.begin(system, at('scheduled')), true)
  assert.equal(campaignLifecycle.policy.complete(system, at('sending')), true)
})
