import type { Guide } from './guides.ts'

export const communeGuide: Guide = {
  slug: 'communes',
  title: 'Vous travaillez pour une commune',
  summary:
    'Décrire un besoin, trouver une solution, demander une démonstration, confirmer un usage.',
  questions: [
    {
      id: 'acces',
      title: 'Comment rejoindre l’espace de ma commune ?',
      answer: [
        'Un membre de votre commune déjà inscrit vous invite, par téléphone ou par adresse électronique. Si personne n’y est encore inscrit, le secrétariat de l’ANCB invite le premier : en général le secrétaire exécutif ou le responsable du système d’information.',
        'Si vous travaillez pour plusieurs organisations, « Changer », en haut de chaque page, choisit celle pour laquelle vous agissez.',
      ],
    },
    {
      id: 'assistance',
      title: 'L’ANCB peut-elle écrire pour nous ?',
      answer: [
        'Oui, si vous l’appelez : pendant quelques heures, le secrétariat rédige vos besoins et répond aux startups pour votre compte. Tout porte son nom et la marque « pour le compte de la commune ». Il n’approuve, ne publie et ne signe rien à votre place.',
        'Vous êtes prévenus quand cela commence et quand cela finit. Le maire ou le secrétaire exécutif y met fin quand il veut, ou choisit de ne pas être assisté, depuis « Assistances de l’ANCB » dans « Mon espace ».',
      ],
      link: { label: 'Registre des assistances', href: '/espace/assistances' },
    },
    {
      id: 'besoin',
      title: 'Comment exprimer un besoin ?',
      steps: [
        'Ouvrez « Mon espace », puis « Besoins », et commencez un nouveau besoin.',
        'Décrivez le problème avant le produit : qui est gêné, combien de fois, avec quelles conséquences. Cauri vous signale les mots qui désignent une marque ou écartent des fournisseurs sans raison.',
        'Indiquez vos moyens réels : connexion, postes, personnes, budget. Une solution qui ne peut pas marcher chez vous le dira.',
        'Proposez le besoin. Le maire ou le secrétaire exécutif le relit, puis le publie ou vous le rend avec ses remarques.',
      ],
      answer: [
        'Rien n’est perdu : le texte est enregistré pendant que vous écrivez, et vous pouvez revenir plus tard.',
      ],
      link: { label: 'Voir les besoins publiés', href: '/besoins' },
    },
    {
      id: 'rejoindre',
      title: 'Une autre commune a le même besoin que nous : que faire ?',
      answer: [
        'Ouvrez son besoin et choisissez « Rejoindre ce besoin ». Le besoin devient groupé : les startups voient combien de communes attendent une réponse, et vos contraintes sont ajoutées aux siennes.',
      ],
    },
    {
      id: 'note',
      title: 'Que veut dire la note d’une solution pour notre besoin ?',
      answer: [
        'Chaque point est expliqué par une raison : domaine, connexion, budget, références dans des communes semblables, langue. Une condition indispensable qui n’est pas remplie est montrée, jamais cachée. Les mêmes données donnent toujours le même classement, et personne ne peut payer pour en changer.',
      ],
    },
    {
      id: 'contact',
      title: 'Comment demander une démonstration ?',
      steps: [
        'Depuis votre besoin publié, choisissez une ou plusieurs solutions et écrivez votre message.',
        'La startup accepte et propose des dates, ou décline en disant pourquoi. Le délai de réponse est affiché.',
        'Convenez de la date et du lieu dans la conversation, qui reste consultable.',
        'Après la démonstration, dites la suite que vous donnez. Cela n’engage à aucun achat.',
      ],
    },
    {
      id: 'usage',
      title: 'Comment confirmer que nous utilisons une solution ?',
      answer: [
        'Quand une startup déclare que votre commune utilise sa solution, vous recevez une demande. Tant que vous n’avez pas répondu, la fiche indique « déclaré par la startup ». Si vous confirmez, elle indique « confirmé par la commune », et vous pouvez donner une note et un avis.',
      ],
    },
    {
      id: 'pair',
      title: 'Puis-je interroger une commune qui utilise déjà la solution ?',
      answer: [
        'Oui. Sur la fiche de la solution, choisissez une commune utilisatrice et posez votre question. L’échange reste entre les deux communes : la startup ne le voit pas.',
      ],
    },
    {
      id: 'budget',
      title: 'Comment préparer et suivre notre budget numérique ?',
      steps: [
        'Ouvrez « Mon espace », puis « Budgets numériques », et ouvrez l’année.',
        'Reprenez les actions du plan en vigueur, ajoutez vos lignes, indiquez le budget entier de la commune : la part du numérique se compare à celle que conseille l’association.',
        'Soumettez à la direction. Le maire ou le secrétaire exécutif enregistre le vote : sa date et le numéro de la délibération. Les lignes deviennent publiques et ne changent plus, sauf par une décision modificative.',
        'Pendant l’année, saisissez ce qui est engagé et payé, ou envoyez le tableau de la comptabilité, Excel ou CSV : Cauri montre ses erreurs ligne par ligne et n’écrit rien avant votre accord.',
      ],
      answer: [
        'Le même fichier envoyé deux fois ne compte pas deux fois. Un engagement au-delà du vote est gardé et signalé : le conseil le régularise.',
      ],
      link: { label: 'Comparer les budgets des communes', href: '/budgets-numeriques' },
    },
    {
      id: 'systeme',
      title: 'Comment brancher notre propre logiciel ?',
      steps: [
        'Le secrétaire exécutif ou le maire ouvre « Mon espace », puis « Clés d’accès des systèmes », et crée une clé : un nom, les droits qu’il faut, une durée.',
        'La clé ne se montre qu’une fois : recopiez-la dans le logiciel, et nulle part ailleurs.',
        'Le logiciel dépose et suit des demandes, demande des compléments, clôt. Il ne décide et ne signe jamais.',
      ],
      answer: [
        'Une clé perdue ou volée se révoque au même endroit : elle n’ouvre plus rien aussitôt.',
      ],
      link: { label: 'Mode d’emploi pour votre informaticien', href: '/govstack/registration/v1' },
    },
  ],
}
