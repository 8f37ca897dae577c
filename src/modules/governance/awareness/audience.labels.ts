/** For whom a resource or an event is meant. */
export const audiences = ['elected', 'staff', 'startups', 'citizens'] as const
export type Audience = (typeof audiences)[number]

export const audienceLabels: Readonly<Record<Audience, string>> = {
  elected: 'Élus communaux',
  staff: 'Cadres et agents communaux',
  startups: 'Startups',
  citizens: 'Citoyens',
}
