import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { deliveredAssumptions as assumptions } from './connectivity.fixture.ts'
import { judgeSite, overYears, type SiteFacts } from './gap.rules.ts'
import { powers } from './site.schema.ts'

const townHall: SiteFacts = {
  power: 'grid',
  powerHours: 24,
  technologies: ['4g'],
  downKbps: 6000,
}
const judge = (site: Partial<SiteFacts>, kbps = 10_000, reaching: string[] = []) =>
  judgeSite({ ...townHall, ...site }, { kbps }, reaching, assumptions)

describe('l’écart d’un lieu', () => {
  test('au niveau, au kilobit près, rien n’est à payer', () => {
    const met = judge({ downKbps: 10_000 })
    assert.deepEqual([met.isMet, met.setUpCost, met.yearlyCost], [true, 0, 0])
    assert.equal(judge({ downKbps: 9999 }).speed, 'slow')
  })

  test('sans mesure, on ne sait pas et rien n’est chiffré ; sans lien, il manque', () => {
    const unknown = judge({ downKbps: null })
    assert.deepEqual([unknown.isMet, unknown.setUpCost], [null, 0])
    const none = judge({ technologies: [], downKbps: null })
    assert.deepEqual([none.speed, none.isMet], ['noLink', false])
    assert.ok(none.setUpCost > 0)
  })

  test('la technologie proposée arrive dans la commune, suffit, et coûte le moins sur trois ans', () => {
    assert.equal(judge({}).proposedTechnology, 'satellite')
    assert.equal(judge({}, 10_000, ['4g', 'fibre']).proposedTechnology, 'fibre')
    assert.equal(judge({ technologies: [] }, 2000, ['4g', 'fibre']).proposedTechnology, '4g')
  })

  test('celle que le lieu a déjà n’est pas proposée de nouveau', () => {
    const tried = judge({ technologies: ['satellite'] })
    assert.equal(tried.proposedTechnology, null)
    assert.equal(tried.isMet, false)
  })

  test('quand aucune ne suffit, la plus rapide', () => {
    assert.equal(judge({}, 5_000_000, ['radio']).proposedTechnology, 'satellite')
  })

  test('l’énergie compte : absente ou trop courte, elle s’ajoute ; inconnue, elle ne compte pas', () => {
    const solar = [2_500_000, 150_000]
    for (const site of [{ power: 'none' as const }, { powerHours: 7 }]) {
      const short = judge({ ...site, downKbps: 20_000 })
      assert.deepEqual([short.isMet, short.speed], [false, 'met'])
      assert.deepEqual([short.setUpCost, short.yearlyCost], solar)
    }
    assert.equal(judge({ power: null, powerHours: null, downKbps: 20_000 }).isMet, true)
    assert.equal(judge({ powerHours: 8, downKbps: 20_000 }).isMet, true)
  })

  test('ce qui est au niveau ne coûte rien, ce qui ne l’est pas se chiffre s’il y a une voie', () => {
    const site = fc.record({
      power: fc.option(fc.constantFrom(...powers)),
      powerHours: fc.option(fc.integer({ min: 0, max: 24 })),
      technologies: fc.subarray(['fibre', '4g', '3g', '2g', 'satellite']),
      downKbps: fc.option(fc.integer({ min: 0, max: 50_000 })),
    })
    fc.assert(
      fc.property(site, fc.integer({ min: 0, max: 30_000 }), (facts, kbps) => {
        const judged = judgeSite(facts, { kbps }, facts.technologies, assumptions)
        const cost = overYears({ setUp: judged.setUpCost, yearly: judged.yearlyCost })
        if (judged.isMet !== false) assert.equal(cost, 0)
        else if (judged.proposedTechnology || judged.isPowerShort) assert.ok(cost > 0)
        if (judged.isMet) assert.ok(facts.downKbps !== null && facts.downKbps >= kbps)
      }),
    )
  })
})
