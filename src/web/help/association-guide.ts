import type { Guide } from './guides.ts'

export const associationGuide: Guide = {
  slug: 'association',
  title: 'Vous travaillez au secrétariat de l’ANCB',
  summary: 'Vérifier les startups, inviter les communes, aider sans se substituer.',
  questions: [
    {
      id: 'verifier',
      title: 'Comment vérifier une startup ou une solution ?',
      steps: [
        'Ouvrez la liste des fiches à vérifier depuis « Mon espace ».',
        'Comparez l’IFU, le RCCM et le label avec les pièces jointes.',
        'Vérifiez la fiche, demandez des corrections précises, ou refusez en donnant le motif : la startup le reçoit tel quel.',
      ],
    },
    {
      id: 'inviter',
      title: 'Comment donner accès à une commune ?',
      answer: [
        'Invitez la première personne avec son rôle : maire, secrétaire exécutif, responsable du système d’information ou agent. Elle invite ensuite ses collègues.',
      ],
    },
    {
      id: 'assister',
      title: 'Puis-je agir à la place d’une commune ?',
      answer: [
        'Vous pouvez l’aider à rédiger. Tout ce que vous faites porte votre nom et celui de l’association dans l’historique. Publier un besoin reste la décision de la commune.',
      ],
    },
    {
      id: 'trace',
      title: 'Où est gardée la trace des décisions ?',
      answer: [
        'Chaque changement d’état est écrit dans l’historique du dossier, avec la date, la personne et l’organisation. Ces lignes ne peuvent être ni modifiées ni effacées.',
      ],
    },
  ],
}
