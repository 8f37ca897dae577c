import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { listRoutes } from '../../src/app.ts'
import { startApp, type TestApp } from '../app.ts'
import { accessMatrix } from './access-matrix.ts'
import { type Door, getsIn, listDoors, roleNames, signInEverybody, type Visitor } from './walk.ts'

const nameOf = ({ method, path }: Door) => `${method} ${path}`

describe('qui entre où', () => {
  let app: TestApp
  let visitors: Map<(typeof roleNames)[number], Visitor>

  before(async () => {
    app = await startApp()
    visitors = await signInEverybody(app)
  })
  after(() => app.close())

  async function listInside(door: Door): Promise<string[]> {
    const tried = await Promise.all(
      roleNames.map((role) => getsIn(app, door, visitors.get(role) as Visitor)),
    )
    return roleNames.filter((_, index) => tried[index])
  }

  test('chaque route a sa ligne dans la matrice, et chaque ligne sa route', () => {
    const names = listDoors(listRoutes(app.platform)).map(nameOf)
    assert.deepEqual([...new Set(names)].sort(), Object.keys(accessMatrix).sort())
  })

  test('chaque rôle entre où il le doit, et nulle part ailleurs', async () => {
    for (const door of listDoors(listRoutes(app.platform)))
      assert.deepEqual(await listInside(door), accessMatrix[nameOf(door)], nameOf(door))
  })
})
