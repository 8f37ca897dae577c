import type { Guide } from './guides.ts'

export const startupGuide: Guide = {
  slug: 'startups',
  title: 'Vous représentez une startup',
  summary: 'Être vérifié, publier vos solutions, répondre aux communes.',
  questions: [
    {
      id: 'inscription',
      title: 'Comment inscrire mon entreprise ?',
      steps: [
        'Créez votre compte avec votre téléphone ou votre adresse électronique.',
        'Créez la fiche de votre startup : numéro IFU (13 chiffres), RCCM, présentation, domaines.',
        'Ajoutez votre label de startup si vous l’avez, avec son numéro et sa date de fin.',
        'Soumettez la fiche. Le secrétariat de l’ANCB la vérifie, ou vous dit précisément ce qu’il faut corriger.',
      ],
      link: { label: 'Créer un compte', href: '/inscription' },
    },
    {
      id: 'visible',
      title: 'Quand ma fiche devient-elle publique ?',
      answer: [
        'Après vérification. Avant cela, vous seul et le secrétariat la voyez. Si vous modifiez plus tard une information vérifiée, elle peut être relue. Avant la fin de validité de votre label, Cauri vous prévient.',
      ],
    },
    {
      id: 'solution',
      title: 'Que faut-il écrire sur une solution ?',
      answer: [
        'Le problème résolu, les services couverts, ce qu’il faut pour que cela marche (connexion, matériel, personnel, fonctionnement hors ligne), le prix en FCFA, le lieu d’hébergement, les données personnelles traitées, et comment une commune récupère ses données si elle part.',
        'Une réponse précise vaut mieux qu’une promesse : les communes voient ce qui manque, et le classement s’appuie sur ces réponses.',
      ],
    },
    {
      id: 'references',
      title: 'Comment montrer qui utilise ma solution ?',
      answer: [
        'Déclarez chaque commune utilisatrice. Elle est invitée à confirmer. Une référence déclarée est montrée comme déclarée ; une référence confirmée est montrée comme confirmée et compte davantage.',
      ],
    },
    {
      id: 'besoins',
      title: 'Comment être prévenu des nouveaux besoins ?',
      answer: [
        'Choisissez vos sujets dans vos préférences de messages. Vous pouvez aussi suivre le flux Atom des besoins dans un lecteur de flux.',
      ],
      link: { label: 'Flux Atom des besoins', href: '/besoins.atom' },
    },
    {
      id: 'repondre',
      title: 'Une commune me contacte : que dois-je faire ?',
      answer: [
        'Répondez dans le délai affiché : acceptez en proposant des dates, ou déclinez en donnant la raison. Décliner poliment n’a aucune conséquence ; ne pas répondre est visible du secrétariat.',
      ],
    },
  ],
}
