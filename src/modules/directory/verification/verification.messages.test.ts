import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { messageOf } from './verification.messages.ts'
import { decisions, type VerificationStep } from './verification.workflow.ts'

const solution = { kind: 'solution', name: 'Doba Marchés' } as const
const told = (step: VerificationStep, reason?: string) => messageOf(step, solution, reason)

describe('The people concerned by a verification', () => {
  test('the startup hears of every decision of the association', () => {
    for (const step of decisions) assert.equal(told(step, 'Un motif')?.to, 'startup', step)
  })

  test('the association hears of whatever it has to read', () => {
    for (const step of ['submit', 'resubmit', 'revise', 'amend'] as const)
      assert.equal(told(step, 'Prix')?.to, 'association', step)
  })

  test('nobody is disturbed when a startup takes its own file back', () => {
    assert.equal(told('withdraw'), undefined)
    assert.equal(told('reopen'), undefined)
  })

  test('each message names the file', () => {
    for (const step of [...decisions, 'submit', 'revise'] as const)
      assert.match(told(step)?.text() ?? '', /Doba Marchés/)
  })

  test('the reason is passed on as a whole sentence', () => {
    const reason = 'Le numéro de déclaration à l’APDP est celui d’une autre société'
    assert.ok(told('requestEdits', reason)?.text().includes(`Motif : ${reason}. Corrigez`))
    assert.ok(told('reject', 'Ce produit existe-t-il ?')?.text().includes('existe-t-il ? Vous'))
  })
})
