import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type CachedPage, PageCache } from './page-cache.ts'

const write = (text: string): CachedPage => ({
  etag: text,
  body: Buffer.from(text),
  encoding: null,
})

function open(maxBytes?: number): PageCache {
  const pages = new PageCache(maxBytes)
  pages.isListening = true
  return pages
}

describe('public pages', () => {
  test('are kept for a minute', () => {
    const pages = open()
    pages.keep('/', write('accueil'), pages.generation, 0)
    assert.equal(pages.find('/', 60_000)?.etag, 'accueil')
    assert.equal(pages.find('/', 60_001), undefined)
    assert.equal(pages.find('/besoins', 0), undefined)
  })

  test('are let go as soon as anything changed', () => {
    const pages = open()
    pages.keep('/', write('avant'), pages.generation, 0)
    pages.clear()
    assert.equal(pages.find('/', 0), undefined)
  })

  test('rendered while something changed are not kept: they may be half old', () => {
    const pages = open()
    const { generation } = pages
    pages.clear()
    pages.keep('/', write('à moitié vieille'), generation, 0)
    assert.equal(pages.find('/', 0), undefined)
  })

  test('are not kept while nobody hears of changes', () => {
    const pages = new PageCache()
    pages.keep('/', write('sourde'), pages.generation, 0)
    assert.equal(pages.find('/', 0), undefined)
  })

  test('never take more memory than given: the oldest leave first', () => {
    const pages = open(10)
    for (const [at, key] of ['/a', '/b', '/c'].entries())
      pages.keep(key, write('1234'), pages.generation, at)
    assert.deepEqual(
      ['/a', '/b', '/c'].map((key) => pages.find(key, 3) !== undefined),
      [false, true, true],
    )
    pages.keep('/huge', write('12345678901'), pages.generation, 4)
    assert.equal(pages.find('/huge', 4), undefined)
  })

  test('count once when they are written again', () => {
    const pages = open(10)
    for (let at = 0; at < 5; at++) {
      pages.keep('/a', write('1234'), pages.generation, at)
      pages.keep('/b', write('1234'), pages.generation, at)
    }
    assert.ok(pages.find('/a', 5))
    assert.ok(pages.find('/b', 5))
  })

  test('with endless addresses are not kept', () => {
    const pages = open()
    const key = `/?q=${'a'.repeat(600)}`
    pages.keep(key, write('x'), pages.generation, 0)
    assert.equal(pages.find(key, 0), undefined)
  })
})
