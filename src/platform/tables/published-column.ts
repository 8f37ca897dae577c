/** The kinds of field that a published table has, each in one call: what it means, and how it is read from a row. */
import { cleanText } from '../clean-text.rules.ts'
import type { Cell } from './csv.rules.ts'
import type { Column, FieldKind } from './published-table.ts'

type Read<Row> = (row: Row) => Cell
type Codes = Readonly<Record<string, string>>

const plain =
  (kind: FieldKind) =>
  <Row>(meaning: string, read: Read<Row>): Column<Row> => ({ kind, meaning, read })

const measured =
  (kind: FieldKind) =>
  <Row>(meaning: string, unit: string, read: Read<Row>): Column<Row> => ({
    ...{ kind, meaning, unit, read },
  })

const coded =
  (kind: FieldKind) =>
  <Row>(meaning: string, codes: Codes, read: Read<Row>): Column<Row> => ({
    ...{ kind, meaning, codes, read },
  })

export const column = {
  /** A name, a number, a reference: what leaves as it is. */
  text: plain('text'),
  /** What somebody wrote in their own words: whoever could be reached by it is masked. */
  written: <Row>(meaning: string, read: (row: Row) => string | null): Column<Row> => ({
    ...{ kind: 'text', meaning },
    read: (row) => cleanText(read(row)) ?? '',
  }),
  texts: plain('texts'),
  yesNo: plain('yesNo'),
  day: plain('day'),
  moment: plain('moment'),
  address: plain('address'),
  count: plain('integer'),
  amount: <Row>(meaning: string, read: Read<Row>) => measured('integer')(meaning, 'FCFA', read),
  whole: measured('integer'),
  decimal: measured('decimal'),
  code: coded('code'),
  codes: coded('codes'),
  /** Latitude or longitude. */
  degrees: <Row>(meaning: string, read: Read<Row>): Column<Row> => ({
    ...{ kind: 'decimal', unit: 'degrés (WGS 84)', isCoordinate: true, meaning, read },
  }),
}
