export { type Connection, connect } from './database/connect.ts'
export type { Tables } from './database/tables.ts'
export { asSystem, noteAs, readAs, setActor, writeAs } from './database/transaction.ts'
export type { Db } from './web/context.ts'
