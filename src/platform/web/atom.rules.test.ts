import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { type FeedEntry, writeFeed } from './atom.rules.ts'

const entry: FeedEntry = {
  ...{ id: '018f0000-0000-7000-8000-000000000001', title: 'Encaisser <vite> & bien' },
  updated: new Date('2026-11-23T09:00:00Z'),
  ...{ author: 'Commune de Glazoué', summary: 'Résumé', address: '/besoins/BES-2026-0001' },
}
const about = { address: '/besoins.atom', page: '/besoins', title: 'Besoins' }
const origin = 'https://cauri.example'

/** The texts of each element, by its path; it throws when the text is no XML. */
function readXml(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const path: string[] = []
  let said = ''
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, uri }) => {
    assert.equal(uri, 'http://www.w3.org/2005/Atom')
    path.push(name)
    said = ''
  })
  parser.on('text', (part) => {
    said += part
  })
  parser.on('closetag', () => {
    const key = path.join('/')
    found.set(key, [...(found.get(key) ?? []), said.trim()])
    path.pop()
    said = ''
  })
  parser.write(text).close()
  return found
}

test('the feed has what the standard asks for, under names that outlive its address', () => {
  const feed = readXml(writeFeed({ ...about, entries: [entry] }, origin))
  assert.deepEqual(feed.get('feed/id'), ['tag:cauri.example,2026:besoins'])
  assert.deepEqual(feed.get('feed/updated'), ['2026-11-23T09:00:00.000Z'])
  assert.deepEqual(feed.get('feed/entry/id'), [`urn:uuid:${entry.id}`])
  assert.deepEqual(feed.get('feed/entry/title'), ['Encaisser <vite> & bien'])
  for (const name of ['feed/title', 'feed/author/name', 'feed/entry/updated', 'feed/entry/link'])
    assert.equal(feed.get(name)?.length, 1, name)
})

test('it is as new as its newest entry, and valid without one', () => {
  const older = { ...entry, updated: new Date('2026-01-01T00:00:00Z') }
  const feed = readXml(writeFeed({ ...about, entries: [older, entry] }, origin))
  assert.deepEqual(feed.get('feed/updated'), ['2026-11-23T09:00:00.000Z'])
  const empty = readXml(writeFeed({ ...about, entries: [] }, origin))
  assert.deepEqual(empty.get('feed/updated'), ['1970-01-01T00:00:00.000Z'])
})

test('whatever was typed, it is XML', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const strange = { ...entry, title: typed, summary: `${typed}\u0007\ud800]]>` }
      readXml(writeFeed({ ...about, entries: [strange] }, origin))
    }),
  )
})
