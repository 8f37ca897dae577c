/** A diagnosis for communes of the demonstration world that have none: levels around one, a strength and a gap an axis. */
import { type Axis, axes, type DiagnosisResult } from '#modules/planning/index.ts'
import { demoId } from './ids.ts'

const around: Readonly<Record<Axis, number>> = {
  governance: -0.2,
  connectivity: -0.4,
  applications: -0.3,
  services: -0.6,
  skills: 0.1,
  security: -0.5,
  finance: 0.4,
  participation: 0.2,
}

const gaps: Readonly<Partial<Record<Axis, string>>> = {
  connectivity: 'Plusieurs sites de la commune n’ont pas de connexion utilisable.',
  services: 'Aucun service ne se demande à distance.',
  security: 'Les données ne sont pas sauvegardées hors de la mairie.',
}
const strengths: Readonly<Partial<Record<Axis, string>>> = {
  finance: 'Les recettes sont suivies chaque mois.',
  participation: 'Le conseil rend compte aux habitants chaque année.',
}

export function describeDemoDiagnosis(
  communeId: string,
  level: number,
  confirmedAt: Date,
): DiagnosisResult {
  const levelOf = (axis: Axis) => Math.round(Math.max(0, level + around[axis]) * 10) / 10
  const say = (texts: Readonly<Partial<Record<Axis, string>>>) =>
    axes.flatMap((axis) => {
      const text = texts[axis]
      return text ? [{ questionCode: `demo-${axis}`, axis, level: levelOf(axis), text }] : []
    })
  return {
    ...{ diagnosisId: demoId(`diagnosis:${communeId}`), communeId, confirmedAt },
    questionnaireVersion: 1,
    axes: axes.map((axis) => ({
      ...{ axis, level: levelOf(axis), questions: 7, unknown: 0, up: [], down: [] },
    })),
    overall: level,
    levels: new Map(),
    strengths: say(strengths),
    gaps: say(gaps),
    online: [],
  }
}
