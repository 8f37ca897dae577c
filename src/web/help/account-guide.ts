import type { Guide } from './guides.ts'

export const accountGuide: Guide = {
  slug: 'compte',
  title: 'Votre compte et votre connexion',
  summary:
    'Se connecter, changer de téléphone, travailler sur un poste partagé ou un réseau faible.',
  questions: [
    {
      id: 'connexion',
      title: 'Avec quoi puis-je me connecter ?',
      answer: [
        'Avec votre numéro de téléphone ou votre adresse électronique, et un mot de passe. Vous pouvez ajouter une clé d’accès (le code ou l’empreinte de votre téléphone) et un code à usage unique.',
        'Les numéros du Bénin ont dix chiffres et commencent par 01. Un ancien numéro à huit chiffres est accepté : le préfixe 01 est ajouté.',
      ],
    },
    {
      id: 'oubli',
      title: 'J’ai oublié mon mot de passe',
      answer: [
        'Sur la page de connexion, demandez un nouveau mot de passe : un code vous est envoyé par SMS ou par courrier électronique. Personne, pas même le secrétariat, ne peut lire votre mot de passe ni ne vous le demandera.',
      ],
      link: { label: 'Se connecter', href: '/connexion' },
    },
    {
      id: 'poste',
      title: 'Nous partageons un ordinateur',
      answer: [
        'Déconnectez-vous en quittant le poste, avec le bouton en haut de la page. La liste de vos connexions ouvertes est dans « Mon espace » : vous pouvez en fermer une à distance.',
      ],
    },
    {
      id: 'coupure',
      title: 'La connexion ou le courant coupe pendant que j’écris',
      answer: [
        'Dans les longs formulaires, ce que vous écrivez est enregistré tout seul ; l’heure du dernier enregistrement est affichée sous le bouton. Sans réseau, gardez la page ouverte : l’envoi reprend dès qu’il revient.',
        'Si votre session a pris fin, reconnectez-vous : ce que vous veniez d’envoyer vous est rendu. Appuyer deux fois sur un bouton n’enregistre qu’une fois.',
      ],
    },
    {
      id: 'messages',
      title: 'Je reçois trop, ou trop peu, de messages',
      answer: [
        'Choisissez les sujets et le moyen, SMS ou courrier électronique, dans vos préférences de messages.',
      ],
    },
  ],
}
