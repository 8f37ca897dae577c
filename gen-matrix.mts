import { listRoutes } from './src/app.ts'
import { startApp } from './test/app.ts'
import { accessMatrix } from './test/access/access-matrix.ts'
import { getsIn, listDoors, roleNames, signInEverybody } from './test/access/walk.ts'
const app = await startApp()
const visitors = await signInEverybody(app)
for (const door of listDoors(listRoutes(app.platform))) {
  const name = `${door.method} ${door.path}`
  if (accessMatrix[name] && !process.argv.includes('--all')) continue
  const inside: string[] = []
  for (const role of roleNames) if (await getsIn(app.origin, door, visitors.get(role)!)) inside.push(role)
  if (accessMatrix[name] && JSON.stringify(accessMatrix[name]) === JSON.stringify(inside)) continue
  console.log(`${name}: ${inside.length === roleNames.length ? 'everybody' : inside.join(',')}`)
}
await app.close(); process.exit(0)
