/** Where the script of file fields sends a file piece by piece, asks how much has come, and gets what the form then carries. */
import { type Actor, getPersonId } from '../actor.ts'
import { type Context, endpoint, json, type Route } from '../web.ts'
import {
  beginUpload,
  finishUpload,
  getUpload,
  type ResumedUpload,
  receivePiece,
} from './resumed-upload.ts'

const isPerson = (actor: Actor) => actor.id !== null
const loadUpload = ({ uploadId }: { uploadId: string }, { db }: Context) => getUpload(db, uploadId)

const begin = endpoint('/envois', {
  method: 'POST',
  limit: { points: 60, seconds: 60 },
  load: () => null,
  allow: isPerson,
  reply: async (_, context) => {
    const { nom, taille } = context.fields
    const wanted = { name: String(nom ?? ''), sizeBytes: Number(taille) }
    return json({ id: await beginUpload(context, getPersonId(context.actor), wanted) })
  },
})

const look = endpoint('/envois/:uploadId', {
  load: loadUpload,
  allow: isPerson,
  reply: ({ receivedBytes }) => json({ received: receivedBytes }),
})

interface Piece {
  readonly upload: ResumedUpload
  readonly from: number
}

/** Loaded first: a piece for somebody else's file is not found, whatever it holds. */
const receive = endpoint('/envois/:uploadId/octets/:from', {
  method: 'POST',
  limit: { points: 1200, seconds: 60 },
  load: async (
    { uploadId, from }: { uploadId: string; from: string },
    { db }: Context,
  ): Promise<Piece> => ({ upload: await getUpload(db, uploadId), from: Number(from) }),
  allow: isPerson,
  reply: async ({ upload, from }, { db, actor, rawBytes }) => {
    const bytes = rawBytes ?? Buffer.alloc(0)
    const received = await receivePiece(db, getPersonId(actor), upload.id, { from, bytes })
    return json({ received }, received === from + bytes.length ? 200 : 409)
  },
})

const finish = endpoint('/envois/:uploadId/fin', {
  method: 'POST',
  limit: { points: 60, seconds: 60 },
  load: loadUpload,
  allow: isPerson,
  reply: async (upload, { db, platform }) =>
    json({ name: upload.name, kept: await finishUpload(db, platform, upload) }),
})

export const uploadRoutes: readonly Route[] = [begin, look, receive, finish]
