import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { compileReleases, type DatedRelease, mergeState, versionReleases } from './merge.rules.ts'
import type { Json, JsonObject } from './ocds.types.ts'
import { readOfficial, skipsOfficial } from './official-schema.fixture.ts'

const release = (day: number, body: JsonObject, tag: readonly string[] = ['tender']) =>
  ({
    ...{ ocid: 'ocds-cauri0-BES-2026-0001', id: `r${day}`, tag },
    date: new Date(Date.UTC(2026, 0, day)).toISOString(),
    ...body,
  }) as DatedRelease

const word = fc.constantFrom('puits', 'marché', 'école')
const item = fc.record({ id: fc.constantFrom('a', 'b', 'c'), title: fc.option(word) })
const items = fc.uniqueArray(item, { selector: ({ id }) => id, minLength: 1, maxLength: 3 })
const body = fc.record(
  {
    tender: fc.record({ title: fc.option(word), lots: items }, { requiredKeys: [] }),
    awards: items,
    language: fc.option(word),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<JsonObject>
const history = fc
  .array(body, { minLength: 1, maxLength: 5 })
  .map((bodies) => bodies.map((one, at) => release(at + 1, one)))

describe('merging the releases of a process', () => {
  test('keeps what was said, takes what changed, and matches by identifier', () => {
    const compiled = compileReleases([
      release(1, {
        tender: { title: 'Puits', lots: [{ id: 'a', title: 'Nord', value: { amount: 5 } }] },
      }),
      release(2, {
        tender: {
          lots: [
            { id: 'a', title: 'Sud' },
            { id: 'b', title: 'Est' },
          ],
        },
      }),
    ])
    assert.deepEqual(compiled, {
      ocid: 'ocds-cauri0-BES-2026-0001',
      id: 'ocds-cauri0-BES-2026-0001-2026-01-02T00:00:00.000Z',
      date: '2026-01-02T00:00:00.000Z',
      tag: ['compiled'],
      tender: {
        title: 'Puits',
        lots: [
          { id: 'a', title: 'Sud', value: { amount: 5 } },
          { id: 'b', title: 'Est' },
        ],
      },
    })
  })

  test('null takes a value away; a list of words and a whole list replace the one before', () => {
    const merged = mergeState(
      {
        language: 'fr',
        parties: [{ id: '1', roles: ['buyer', 'payer'], additionalIdentifiers: [{ id: 'x' }] }],
      },
      {
        language: null,
        parties: [{ id: '1', roles: ['buyer'], additionalIdentifiers: [{ id: 'y' }] }],
      },
    )
    assert.deepEqual(merged, {
      parties: [{ id: '1', roles: ['buyer'], additionalIdentifiers: [{ id: 'y' }] }],
    })
  })

  test('an object without identifier is added, never matched', () => {
    const merged = mergeState({ changes: [{ what: 1 }] }, { changes: [{ what: 1 }] })
    assert.deepEqual(merged, { changes: [{ what: 1 }, { what: 1 }] })
  })

  test('versions hold each value once, with the release that gave it, and the one that took it away', () => {
    const versioned = versionReleases([
      release(1, { tender: { id: 't', title: 'Puits' } }, ['planning']),
      release(2, { tender: { id: 't', title: 'Puits' } }),
      release(3, { tender: { id: 't', title: null } }),
    ])
    const stamp = {
      releaseID: 'r1',
      releaseDate: '2026-01-01T00:00:00.000Z',
      releaseTag: ['planning'],
    }
    assert.deepEqual(versioned, {
      ocid: 'ocds-cauri0-BES-2026-0001',
      tender: {
        id: [{ ...stamp, value: 't' }],
        title: [
          { ...stamp, value: 'Puits' },
          {
            ...{ releaseID: 'r3', releaseDate: '2026-01-03T00:00:00.000Z' },
            ...{ releaseTag: ['tender'], value: null },
          },
        ],
      },
    })
  })

  test('does not depend on the order in which releases arrive', () => {
    fc.assert(
      fc.property(
        history.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          assert.deepEqual(compileReleases(shuffled), compileReleases(all))
          assert.deepEqual(versionReleases(shuffled), versionReleases(all))
        },
      ),
    )
  })

  test('what is said twice changes nothing', () => {
    fc.assert(
      fc.property(history, body, (all, last) => {
        const next = release(20, last)
        const again = { ...release(21, last) }
        const drop = (one: JsonObject | undefined) => ({ ...one, id: '', date: '' })
        assert.deepEqual(
          drop(compileReleases([...all, next, again])),
          drop(compileReleases([...all, next])),
        )
        assert.deepEqual(versionReleases([...all, next, again]), versionReleases([...all, next]))
      }),
    )
  })

  test('merging one after the other, or all at once, comes to the same', () => {
    fc.assert(
      fc.property(history, (all) => {
        const stepwise = all.reduce<JsonObject>(
          (before, { ocid: _, id: __, date: ___, tag: ____, ...one }) => mergeState(before, one),
          {},
        )
        const { ocid, id, date, tag, ...compiled } = compileReleases(all) as DatedRelease
        assert.deepEqual(compiled, stepwise)
      }),
    )
  })

  test('the last value of each version is the compiled one', () => {
    fc.assert(
      fc.property(history, (all) => {
        const compiled = compileReleases(all) as JsonObject
        const versioned = versionReleases(all) as { language?: readonly { value: Json }[] }
        assert.equal(versioned.language?.at(-1)?.value ?? null, compiled.language ?? null)
      }),
    )
  })

  test('what the official schema says of merging is what is done here', {
    skip: skipsOfficial,
  }, () => {
    const schema = readOfficial('release-schema.json')
    assert.deepEqual(listMarked(schema, 'omitWhenMerged'), ['date', 'id', 'tag'])
    assert.deepEqual(listMarked(schema, 'wholeListMerge'), [
      'additionalClassifications',
      'additionalIdentifiers',
    ])
  })
})

/** The fields that the schema marks so. */
function listMarked(node: unknown, mark: string): string[] {
  if (typeof node !== 'object' || node === null) return []
  const found = Object.entries(node).flatMap(([key, value]) => [
    ...((value as Record<string, unknown> | null)?.[mark] === true ? [key] : []),
    ...listMarked(value, mark),
  ])
  return [...new Set(found)].sort()
}
