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
      steps: [
        'Quand une commune vous appelle, ouvrez « Assister une commune » depuis « Mon espace », choisissez-la, dites pourquoi et pour combien de temps : quatre heures au plus.',
        'Rédigez ses besoins, soumettez-les à sa direction, répondez aux startups. Un bandeau vous rappelle en haut de chaque page pour qui vous agissez.',
        'Arrêtez depuis le bandeau quand c’est fini. Vous déconnecter arrête aussi.',
      ],
      answer: [
        'Tout ce que vous écrivez porte « Prénom Nom (ANCB), pour le compte de la commune ». Approuver, publier, signer, inviter et ouvrir une mise en relation restent à la commune. Elle est prévenue au début et à la fin, peut y mettre fin à tout moment, et peut choisir de ne pas être assistée.',
      ],
      link: { label: 'Registre des assistances', href: '/espace/assistances' },
    },
    {
      id: 'trace',
      title: 'Où est gardée la trace des décisions ?',
      answer: [
        'Chaque changement d’état est écrit dans l’historique du dossier, avec la date, la personne et l’organisation. Ces lignes ne peuvent être ni modifiées ni effacées.',
      ],
    },
    {
      id: 'budgets',
      title: 'Où se règlent les comptes et la part conseillée au numérique ?',
      answer: [
        'Dans « Mon espace » : « Comptes du budget numérique » tient les intitulés que les communes choisissent, et leur code quand un texte publié le confirme ; « Parts conseillées au numérique » tient la part du budget conseillée à chaque catégorie. Chaque changement garde sa date, sa source et sa raison.',
      ],
      link: { label: 'Comparer les budgets des communes', href: '/budgets-numeriques' },
    },
  ],
}
