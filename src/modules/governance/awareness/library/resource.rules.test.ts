import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { countMinutesAt, countPagesFor, isWhole, listWaiting } from './resource.rules.ts'

const empty = {
  ...{ body: '', domains: ['markets'], audiences: ['staff'], fileId: null },
  ...{ videoUrl: null, videoMinutes: null, videoMegabytes: null },
}
const video = { videoUrl: 'https://videos.example/1', videoMinutes: 4, videoMegabytes: 30 }

describe('une ressource est entière', () => {
  test('avec ce que demande son genre, et rien de moins', () => {
    for (const kind of ['sheet', 'caseStudy', 'experience'] as const) {
      assert.equal(isWhole({ ...empty, kind }), false)
      assert.equal(isWhole({ ...empty, kind, body: 'Texte' }), true)
    }
    assert.equal(isWhole({ ...empty, ...video, kind: 'video' }), true)
    assert.equal(isWhole({ ...empty, ...video, videoMegabytes: null, kind: 'video' }), false)
    assert.equal(isWhole({ ...empty, kind: 'document', body: 'Texte' }), false)
    assert.equal(isWhole({ ...empty, kind: 'document', fileId: 'f' }), true)
  })

  test('jamais sans domaine ni sans public', () => {
    assert.equal(isWhole({ ...empty, kind: 'sheet', body: 'Texte', domains: [] }), false)
    assert.equal(isWhole({ ...empty, kind: 'sheet', body: 'Texte', audiences: [] }), false)
  })
})

describe('l’accord des deux parties', () => {
  const study = { kind: 'caseStudy', communeId: 'c', startupId: 's', version: 3 } as const
  const agreed = (organisationId: string, textVersion = 3) => ({ organisationId, textVersion })

  test('vaut pour le texte lu, non pour celui d’après', () => {
    assert.deepEqual(listWaiting(study, [agreed('c'), agreed('s', 2)]), ['s'])
    assert.deepEqual(listWaiting(study, [agreed('c'), agreed('s')]), [])
  })

  test('ne vient que d’elles', () => {
    assert.deepEqual(listWaiting(study, [agreed('autre')]), ['c', 's'])
  })

  test('n’est pas demandé de ce qui ne raconte aucun projet', () => {
    assert.deepEqual(listWaiting({ ...study, kind: 'sheet' }, []), [])
  })
})

describe('ce que coûte une vidéo', () => {
  test('se compte en pages et en minutes', () => {
    assert.equal(countPagesFor(30), 2100)
    assert.equal(countPagesFor(1), 70)
    assert.equal(countMinutesAt(30, 384), 11)
  })

  test('plus elle pèse, plus elle coûte', () => {
    const weight = fc.integer({ min: 1, max: 4999 })
    fc.assert(
      fc.property(weight, (megabytes) => {
        assert.ok(countPagesFor(megabytes + 1) >= countPagesFor(megabytes))
        assert.ok(countMinutesAt(megabytes + 1, 384) >= countMinutesAt(megabytes, 384))
      }),
    )
  })
})
