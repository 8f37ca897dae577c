/** The official schemas of OCDS 1.1.5, when they are at hand: the project builds, runs and is tested without them. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv } from 'ajv'

const folder = path.resolve(process.env.CAURI_OCDS_SCHEMA ?? '../shared/ocds/1.1.5')

const places = [folder, '/work/shared/ocds/1.1.5']
const found = places.find((place) => existsSync(path.join(place, 'release-schema.json')))

/** For `skip`: false, or why a test that needs them did not run. */
export const skipsOfficial = found ? false : 'les schémas officiels d’OCDS 1.1.5 ne sont pas là'

export const readOfficial = (name: string) =>
  JSON.parse(readFileSync(path.join(found ?? '', name), 'utf8')) as Record<string, never>

const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/

/** Returns what validates a package, and tells what is wrong. They are written in draft 4, of which they use what later ones kept. */
export function openOfficial(name: 'release' | 'record'): (value: unknown) => string {
  const ajv = new Ajv({ strict: false, allErrors: true })
  ajv.addFormat('date-time', dateTime)
  ajv.addFormat('uri', (text) => URL.canParse(text))
  const read = (file: string) => {
    const { $schema: _, id, ...schema } = readOfficial(file)
    return { ...schema, $id: id }
  }
  ajv.addSchema(read('release-schema.json'))
  ajv.addSchema(read('versioned-release-validation-schema.json'))
  const validate = ajv.compile(read(`${name}-package-schema.json`))
  return (value) => (validate(value) ? '' : ajv.errorsText(validate.errors))
}
