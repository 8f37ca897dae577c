/** The framework agreement (« convention-cadre ») on paper: a version, whole. */
import {
  article,
  body,
  type DocumentModel,
  notice,
  paragraph,
  prose,
  section,
} from '#platform/documents.ts'
import { inLocale } from '#platform/i18n.ts'
import type { FullFramework } from './framework.schema.ts'
import { hashFramework } from './framework-text.rules.ts'

export function writeFrameworkPaper(
  framework: FullFramework,
  associationName: string,
): DocumentModel {
  return inLocale('fr', () => write(framework, associationName))
}

function write(framework: FullFramework, associationName: string): DocumentModel {
  const { version, clauses } = framework
  return {
    issuer: { kind: 'organisation', name: associationName },
    kicker: 'Convention-cadre',
    title: version.title,
    subtitle: `Version ${version.number ?? ''}`,
    reference: `CADRE-V${version.number ?? ''}`,
    date: version.publishedAt ?? version.updatedAt,
    body: body(
      section('Préambule', prose(version.preamble)),
      clauses.map(({ title, body: text, isMandatory }, index) =>
        article(
          index + 1,
          title,
          !isMandatory && paragraph([{ emphasis: 'Clause facultative.' }]),
          prose(text),
        ),
      ),
      notice('Ce à quoi les adhérents souscrivent', [
        paragraph('Le texte ci-dessus, mot pour mot. Son empreinte (SHA-256) :'),
        paragraph(hashFramework(framework)),
      ]),
    ),
  }
}
