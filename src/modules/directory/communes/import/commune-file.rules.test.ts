import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readCommuneFile } from './commune-file.rules.ts'

const communes = [
  { id: '1', code: 'BJ0404', name: 'Glazoué', aliases: [], populationYear: 2013 },
  { id: '2', code: 'BJ1108', name: 'Sèmè-Podji', aliases: ['Sèmè-Kpodji'], populationYear: 2013 },
]
const read = (text: string) => readCommuneFile(text, communes, 2026)
const faultsOf = (text: string) => {
  const reading = read(text)
  assert.ok(!reading.ok)
  return reading.faults
}

describe('a file of communes', () => {
  test('changes what it says, by code or by any of their names, and nothing where a cell is empty', () => {
    const reading = read(
      'nom;population;annee_population;connexion;postes;secours_electrique;langues;telephone\n' +
        'glazoue;150 000;2026;Fibre optique;;OUI;fr|fon;97 00 00 01\nSeme Kpodji;;;;12;;;\n',
    )
    assert.ok(reading.ok, JSON.stringify(reading))
    assert.deepEqual(reading.found, [
      {
        communeId: '1',
        population: { population: 150000, populationYear: 2026 },
        profile: {
          connectivity: 'fibre',
          hasBackupPower: true,
          languages: ['fr', 'fon'],
          contactPhone: '+2290197000001',
        },
      },
      { communeId: '2', population: {}, profile: { workstations: 12 } },
    ])
  })

  test('is refused with every fault and its line', () => {
    const faults = faultsOf(
      'code;nom;population;annee_population;postes;secours_electrique\n' +
        'BJ0404;Glazoué;beaucoup;2026;-1;peut-être\n' +
        'BJ9999;Nulle-Part;1;2026;;\n' +
        'BJ0404;Sèmè-Podji;1;2026;;\n' +
        'BJ1108;;5000;;;\n' +
        'BJ1108;;;;3;\n' +
        ';;;;3;\n',
    )
    assert.deepEqual(
      faults.map((fault) => fault.slice(0, 43).replace(/\s/g, ' ')),
      [
        'Ligne 2 : colonne « population », « beaucou',
        'Ligne 2 : colonne « postes », « -1 » : Indi',
        'Ligne 2 : colonne « secours_electrique », «',
        'Ligne 3 : aucune commune ne porte le code «',
        'Ligne 4 : le code BJ0404 est celui de Glazo',
        'Ligne 5 : indiquez l’année de la population',
        'Ligne 6 : Sèmè-Podji est déjà plus haut.',
        'Ligne 7 : ni code ni nom.',
      ],
    )
  })

  test('never replaces a newer population, nor brings one from the future', () => {
    const line = (year: number) =>
      `code;population;menages;annee_population\nBJ0404;100;200;${year}\n`
    assert.match(
      faultsOf(line(2002)).join(),
      /déjà celle de 2013, plus récente que 2002.*plus de ménages/,
    )
    assert.match(faultsOf(line(2030)).join(), /2030 n’est pas encore là/)
  })

  test('whose columns are unknown, doubled or nameless is refused at its first line', () => {
    assert.match(
      faultsOf('maire;postes;postes\nx;1;1\n').join('\n'),
      /« maire » n’est pas connue[^$]*« code » ou « nom »[^$]*« postes » est là deux fois/,
    )
    assert.match(faultsOf('code;postes\n').join(), /aucune commune/)
    assert.match(faultsOf('code;postes\nBJ0404\n').join(), /1 cellules au lieu de 2/)
    assert.match(faultsOf('code;nom\n"BJ0404;x\n').join(), /guillemet/)
  })
})
