/** The words behind the passwords that attackers try first, in French, in English, and in Benin. */
export const commonWords: ReadonlySet<string> = new Set(
  `abcdef abcdefgh abidjan admin administrateur administrator alleluia amen amour ancb azerty azertyui azertyuiop
  azertyuiopqsdf azertyuiopqsdfghjklm babylone barcelona basketball batman benin beninois benincotonou bienvenue
  bonjour calavi cauri cauridemo changeme changemoi chelsea chocolat commune computer coucou cotonou david
  demo dieu dieuest dieuestamour dieuestbon dieuestfidele dieuestgrand dieumerci doudou dragon emmanuel facebook
  famille football formation gloireadieu google grace hello houeyogbe iloveyou informatique internet jerusalem jesus
  jesuschrist jesusestseigneur jetaime letmein liverpool loulou mairie maman mamanjetaime master merci mercijesus
  mercimondieu messi michel monamour monmotdepasse monkey motdepasse naruto ninja ordinateur ouidah papamaman
  parakou pass passe passepartout password passw passwordpassword porto portonovo princess princesse private
  qazwsx qazwsxedc qwer qwert qwerty qwertyui qwertyuiop qwertyuiopasdf realmadrid ronaldo samsung secret secretariat
  seigneur shadow soleil startup sunshine superman system temporaire test testtest tigre toyota trustno
  user utilisateur vacances welcome whatever`.split(/\s+/),
)
