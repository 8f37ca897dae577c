import type { Guide } from './guides.ts'

export const citizenGuide: Guide = {
  slug: 'usagers',
  title: 'Vous êtes habitant, journaliste ou curieux',
  summary: 'Lire ce que font les communes, sans compte.',
  questions: [
    {
      id: 'lire',
      title: 'Que puis-je voir sans compte ?',
      answer: [
        'Les 77 communes, leurs besoins publiés, les startups vérifiées, leurs solutions et les communes qui disent les utiliser. Aucun compte n’est nécessaire pour lire.',
      ],
      link: { label: 'Trouver ma commune', href: '/communes' },
    },
    {
      id: 'demarche',
      title: 'Puis-je demander un acte ou un service ici ?',
      answer: [
        'Oui, quand votre commune a ouvert la démarche : sa page dit ce qu’il faut, ce que cela coûte et en combien de temps la mairie répond. Il faut un compte pour la faire ici ; le formulaire s’imprime aussi, et se remet au guichet.',
        'Le récépissé porte un code : il suffit pour suivre la demande, sans compte. Un téléphone simple la suit par le menu USSD ou par SMS. Pour les démarches de l’État, voyez service-public.bj.',
      ],
      link: { label: 'Chercher une démarche', href: '/demarches' },
    },
    {
      id: 'signaler',
      title: 'Comment signaler un problème à ma mairie ?',
      answer: [
        'Choisissez votre commune, dites ce que vous avez vu et où. Aucun compte n’est nécessaire. Le code de suivi vous permet de voir ce que la mairie en fait, et de dire pendant un mois que ce n’est pas réglé.',
        'Tout le monde voit le genre de problème et une position arrondie. Votre texte et votre photo ne sont publics qu’une fois relus par la mairie ; vos coordonnées, jamais.',
      ],
      link: { label: 'Signaler un problème', href: '/signalements' },
    },
    {
      id: 'chiffres',
      title: 'D’où viennent les chiffres ?',
      answer: [
        'Les populations viennent du recensement RGPH-4 de 2013 (INStaD). Les informations sur les moyens d’une commune sont données par elle ; celles sur une solution, par la startup. Ce qui n’est pas établi porte la mention « à confirmer ».',
      ],
    },
  ],
}
