/** A procedure small enough to read, and procedures of any shape. */
import fc from 'fast-check'
import type {
  Answer,
  Condition,
  Definition,
  Field,
  FormFacts,
  SimpleField,
} from './procedure.types.ts'

export const facts: FormFacts = {
  today: '2026-11-26',
  communes: ['glazoue', 'dassa-zoume'],
  arrondissements: ['Glazoué', 'Kpakpaza'],
  npiDigits: 10,
}

const asked = { isRequired: true } as const

/** Occupying the public domain: a company is asked more, an event says how many stands. */
export const stand: Definition = {
  title: 'Occuper une place',
  serviceCode: 'public-domain',
  summary: 'Poser un étal ou un chapiteau sur une place.',
  outcome: 'L’autorisation.',
  documents: [{ text: 'Plan du lieu', source: null }],
  regulations: [],
  steps: ['Demande', 'Vérification', 'Décision'],
  pages: [
    {
      code: 'qui',
      label: 'Qui demande',
      fields: [
        { code: 'accueil', label: 'Répondez pour la personne qui occupera.', type: 'explanation' },
        { code: 'nom', label: 'Nom', type: 'text', ...asked },
        {
          code: 'qualite',
          label: 'Vous êtes',
          type: 'choice',
          ...asked,
          choices: [
            { value: 'person', label: 'Une personne' },
            { value: 'company', label: 'Une entreprise' },
          ],
        },
        {
          code: 'ifu',
          label: 'IFU',
          type: 'text',
          ...asked,
          when: { op: 'chosen', field: 'qualite', values: ['company'] },
        },
        {
          code: 'effectif',
          label: 'Salariés',
          type: 'number',
          ...asked,
          min: 1,
          when: { op: 'answered', field: 'ifu' },
        },
      ],
    },
    {
      code: 'quoi',
      label: 'Ce qui est posé',
      fields: [
        {
          code: 'etals',
          label: 'Étals',
          type: 'block',
          min: 1,
          max: 3,
          fields: [
            { code: 'metres', label: 'Mètres', type: 'number', ...asked, min: 1, max: 20 },
            {
              code: 'motif',
              label: 'Pourquoi si grand',
              type: 'text',
              ...asked,
              when: { op: 'atLeast', field: 'metres', value: 10 },
            },
          ],
        },
      ],
    },
  ],
  fee: {
    kind: 'tariffs',
    lines: [
      { tariff: 'Étal', times: 'etals' },
      {
        tariff: 'Dossier d’entreprise',
        when: { op: 'chosen', field: 'qualite', values: ['company'] },
      },
    ],
  },
  routing: {
    department: 'Guichet',
    exceptions: [
      {
        when: { op: 'chosen', field: 'qualite', values: ['company'] },
        department: 'Affaires économiques',
      },
    ],
  },
  timeLimit: { days: 10, source: null },
}

const base = (code: string) =>
  fc.record({
    code: fc.constant(code),
    label: fc.constant(`Question ${code}`),
    isRequired: fc.boolean(),
  })

const choices = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
]

function anySimple(code: string): fc.Arbitrary<SimpleField> {
  const kind = fc.oneof(
    fc
      .constantFrom(
        ...([
          'text',
          'longText',
          'number',
          'money',
          'date',
          'phone',
          'email',
          'npi',
          'yesNo',
        ] as const),
        ...(['address', 'commune', 'signature', 'place', 'file', 'photo'] as const),
      )
      .map((type) => ({ type })),
    fc
      .constantFrom('choice' as const, 'multipleChoice' as const)
      .map((type) => ({ type, choices })),
  )
  return fc.tuple(base(code), kind).map(([common, own]) => ({ ...common, ...own }) as SimpleField)
}

/** A condition that reads one of these fields in the way its type allows. */
function anyCondition(earlier: readonly SimpleField[]): fc.Arbitrary<Condition> {
  const leaf = fc.constantFrom(...earlier).chain((field): fc.Arbitrary<Condition> => {
    const answered = fc.constant<Condition>({ op: 'answered', field: field.code })
    if (field.type === 'yesNo')
      return fc.boolean().map((value) => ({ op: 'is', field: field.code, value }))
    if (field.type === 'choice' || field.type === 'multipleChoice')
      return fc.constantFrom('a', 'b').map((value) => ({
        op: 'chosen',
        field: field.code,
        values: [value],
      }))
    return answered
  })
  return fc.oneof(
    leaf,
    leaf.map((of): Condition => ({ op: 'not', of })),
    fc
      .tuple(
        fc.constantFrom('all' as const, 'any' as const),
        fc.array(leaf, { minLength: 1, maxLength: 3 }),
      )
      .map(([op, of]): Condition => ({ op, of })),
  )
}

function addConditions(fields: readonly SimpleField[]): fc.Arbitrary<Field[]> {
  return fc.tuple(
    ...fields.map(
      (field, index): fc.Arbitrary<Field> =>
        index === 0
          ? fc.constant(field)
          : fc
              .option(anyCondition(fields.slice(0, index)), { nil: undefined })
              .map((when) => (when === undefined ? field : { ...field, when })),
    ),
  )
}

/** Sound by construction: codes differ and conditions look back. */
export const anyDefinition: fc.Arbitrary<Definition> = fc
  .integer({ min: 1, max: 9 })
  .chain((count) =>
    fc.tuple(...Array.from({ length: count }, (_, index) => anySimple(`f${index}`))),
  )
  .chain((fields) => fc.tuple(addConditions(fields), fc.integer({ min: 1, max: fields.length })))
  .map(([fields, cut]) => ({
    ...stand,
    fee: { kind: 'unknown' },
    routing: { department: 'Guichet', exceptions: [] },
    pages: [fields.slice(0, cut), fields.slice(cut)]
      .filter((own) => own.length > 0)
      .map((own, index) => ({ code: `page${index}`, label: `Page ${index + 1}`, fields: own })),
  }))

/** Good, bad and hostile: whatever a browser or a file may bring. */
const anyAnswer = fc.oneof(
  fc.constantFrom<Answer>('a', 'b', '', true, false, null, 3, -1, 2.5, '2026-01-31', '2026-02-31'),
  fc.constantFrom<Answer>(['a'], ['a', 'b'], ['a', 'a'], '+2290197000000', '1234567890', 'glazoue'),
  fc.jsonValue().map((value) => value as Answer),
)

export const anyAnswers = fc
  .array(anyAnswer, { minLength: 9, maxLength: 9 })
  .map((answers) => Object.fromEntries(answers.map((answer, index) => [`f${index}`, answer])))
