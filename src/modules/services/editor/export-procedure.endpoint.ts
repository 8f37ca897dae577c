/** The draft as a file, which another commune may bring in. */
import { endpoint } from '#platform/web.ts'
import { writeProcedure } from '../procedures/definition.schema.ts'
import { editorPath, loadDraft, mayWrite } from './load-draft.ts'

export const exportProcedureEndpoint = endpoint(`${editorPath}/demarche.json`, {
  load: loadDraft,
  allow: mayWrite,
  reply: ({ definition }) => ({
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="demarche-${definition.serviceCode}.json"`,
    },
    body: writeProcedure(definition),
  }),
})
