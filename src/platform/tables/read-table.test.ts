import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  choiceColumn,
  dayColumn,
  integerColumn,
  momentColumn,
  moneyColumn,
  needed,
  numberColumn,
  textColumn,
  yearColumn,
  yesNoColumn,
} from './columns.rules.ts'
import { hashLine, readAccepted, reviewTable } from './review-table.ts'

const columns = {
  account: needed(textColumn({ label: 'Compte', aliases: ['imputation', 'N° de compte'] })),
  voted: needed(moneyColumn({ label: 'Montant voté', aliases: ['voté'] })),
  paidOn: dayColumn({ label: 'Payé le' }),
  section: choiceColumn({
    label: 'Section',
    options: [
      { value: 'investment', label: 'Investissement', aliases: ['inv'] },
      { value: 'running', label: 'Fonctionnement' },
    ],
  }),
}

const review = (text: string, encoding: BufferEncoding = 'utf8') =>
  reviewTable(Buffer.from(text, encoding), columns)
const valuesOf = async (text: string) => (await review(text)).sample.map(({ values }) => values)
const faultsOf = async (text: string) =>
  (await review(text)).faults.map(
    ({ line, column, message }) => `${line ?? '—'} ${column ?? '—'} ${message}`,
  )

describe('a file as people really have it', () => {
  test('has titles above, names of its own, figures and dates in French, totals below', async () => {
    const text = [
      'Commune de Glazoué;;;',
      'Exercice 2025, tous services;;;',
      ';;;',
      'N° de COMPTE;Avis (1);Montant Voté (en FCFA);Payé le;SECTION;Remarque',
      'A1;x;"1\u202f234\u00a0567,50";1/2/2025;inv;',
      'A2;x;12 000 F CFA;23-11-2025;FONCTIONNEMENT;rien',
      '',
      'A3;x;0;–;;',
      'TOTAL;;1246568;;;',
    ].join('\r\n')
    const found = await review(`\ufeff${text}`)
    assert.deepEqual(found.faults, [])
    assert.deepEqual(
      found.sample.map(({ line, values }) => ({ line, ...values })),
      [
        { line: 5, account: 'A1', voted: 1_234_568, paidOn: '2025-02-01', section: 'investment' },
        { line: 6, account: 'A2', voted: 12_000, paidOn: '2025-11-23', section: 'running' },
        { line: 8, account: 'A3', voted: 0, paidOn: null, section: null },
      ],
    )
    assert.equal(found.totals, 1)
    assert.deepEqual(found.ignoredColumns, ['Avis (1)', 'Remarque'])
  })

  test('comes in tabs, commas, the old Windows letters, UTF-16 or the breaks of old Macs', async () => {
    for (const [separator, end] of [
      ['\t', '\r\n'],
      [',', '\n'],
      [';', '\r'],
    ] as const) {
      const text = [`Compte${separator}Voté`, `Été${separator}5`].join(end)
      for (const encoding of ['utf8', 'latin1', 'utf16le'] as const) {
        const marked = encoding === 'utf16le' ? `\ufeff${text}` : text
        const { sample, faults } = await review(marked, encoding)
        assert.deepEqual(faults, [], `${separator} ${encoding}`)
        assert.deepEqual(sample[0]?.values.account, 'Été')
      }
    }
  })

  test('keeps its separator although figures have commas', async () => {
    const [first] = await valuesOf('Compte;Voté\nlogiciels, licences;1,50\nréseau, câbles;2,75\n')
    assert.deepEqual([first?.account, first?.voted], ['logiciels, licences', 2])
    const [second] = await valuesOf('sep=,\nCompte,Voté\n"a;b;c",3\n')
    assert.deepEqual([second?.account, second?.voted], ['a;b;c', 3])
  })
})

describe('what is wrong is told by line and column, with what to do', () => {
  test('in a cell', async () => {
    assert.deepEqual(
      await faultsOf(
        'Compte;Voté;Payé le;Section\n;(500);31/02/2025;Divers\nA;douze;;\nB;1.234;;\nC;-3;;\nD;9999999999999;;',
      ),
      [
        '2 Compte La cellule manque : remplissez cette cellule.',
        '2 Montant voté « (500) » est négatif : écrivez un montant positif.',
        '2 Payé le « 31/02/2025 » n’est pas une date qui existe : écrivez par exemple 23/11/2026.',
        '2 Section « Divers » n’est pas connu. Réponses possibles : Investissement, Fonctionnement.',
        '3 Montant voté « douze » n’est pas un nombre : écrivez par exemple 1 234 567,50.',
        '4 Montant voté « 1.234 » s’écrit sans point ni virgule pour les milliers : 1 234 567 ou 1 234 567,50.',
        '5 Montant voté « -3 » est négatif : écrivez un montant positif.',
        '6 Montant voté « 9999999999999 » dépasse 1 000 000 000 000 FCFA : vérifiez l’unité (francs, pas milliers).',
      ],
    )
  })

  test('in the columns', async () => {
    assert.match(
      (await faultsOf('Compte;Imputation\nA;1')).join('\n'),
      /« Imputation » est là deux fois/,
    )
    assert.match(
      (await faultsOf('Compte;Autre\nA;1')).join('\n'),
      /manque la colonne « Montant voté »/,
    )
    assert.match((await faultsOf('a;b\n1;2')).join('\n'), /ne nomme les colonnes/)
    assert.match((await faultsOf('Compte;Voté\n')).join('\n'), /aucune ligne à importer/)
    assert.match((await faultsOf('')).join('\n'), /ne nomme les colonnes/)
  })

  test('in the file', async () => {
    assert.match((await faultsOf('Compte;Voté\n"A;1\n')).join('\n'), /ligne 2 n’est jamais refermé/)
    assert.match((await faultsOf('%PDF-1.7')).join('\n'), /C’est un PDF/)
    const ancient = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])
    assert.match((await reviewTable(ancient, columns)).faults[0]?.message ?? '', /ancien format/)
    const picture = Buffer.from([0x89, 0x50, 0, 0, 1])
    assert.match((await reviewTable(picture, columns)).faults[0]?.message ?? '', /pas un tableau/)
  })

  test('a hundred times at most', async () => {
    const lines = Array.from({ length: 150 }, () => 'A;non')
    const { faults, untold } = await review(['Compte;Voté', ...lines].join('\n'))
    assert.deepEqual([faults.length, untold], [100, 50])
  })

  test('by the object too, when it knows better than the columns', async () => {
    const bytes = Buffer.from('Compte;Voté\nA;1\nZ;1\n')
    const check = ({ account }: { account: string }) =>
      account === 'Z' ? [{ column: 'Compte', message: 'Le compte Z n’existe pas.' }] : []
    const { accepted, faults } = await reviewTable(bytes, columns, check)
    assert.deepEqual([accepted, faults.length, faults[0]?.line], [1, 1, 3])
    await assert.rejects(async () => {
      for await (const _ of readAccepted(bytes, columns, check)) assert.ok(_)
    }, /Le compte Z/)
  })
})

test('the other kinds of columns read what people write', async () => {
  const kinds = {
    year: needed(yearColumn({ label: 'Année' })),
    speed: numberColumn({ label: 'Débit' }),
    at: momentColumn({ label: 'Moment' }),
    works: yesNoColumn({ label: 'Marche' }),
    sites: integerColumn({ label: 'Sites', max: 10 }),
  }
  const text =
    'Année;Débit;Moment;Marche;Sites\n2025;12.345;23/11/2025 14h30;OUI;3\n2 026;"1,5";45292,5;n;–\n'
  const { sample, faults } = await reviewTable(Buffer.from(text), kinds)
  assert.deepEqual(faults, [])
  assert.deepEqual(
    sample.map(({ values }) => values),
    [
      { year: 2025, speed: 12.345, at: new Date('2025-11-23T13:30:00Z'), works: true, sites: 3 },
      { year: 2026, speed: 1.5, at: new Date('2024-01-01T11:00:00Z'), works: false, sites: null },
    ],
  )
  assert.notEqual(hashLine('a', 'b'), hashLine('ab', null))
})
