import {
  ReasonList,
  ScoreMeter,
  Stars,
  Steps,
  TaskList,
  Thread,
  Timeline,
} from '../components/index.tsx'

const morning = new Date('2026-11-23T09:42:00Z')
const noon = new Date('2026-11-23T11:05:00Z')

export function MatchSamples() {
  return (
    <>
      <Steps
        steps={[
          { label: 'Le problème', href: '#comparer', state: 'done' },
          { label: 'Vos moyens', state: 'current' },
          { label: 'Le budget', state: 'todo' },
          { label: 'Relecture', state: 'todo' },
        ]}
      />
      <ScoreMeter score={72} label="Convient à votre besoin :" />
      <ReasonList
        reasons={[
          {
            kind: 'positive',
            text: 'Couvre le recouvrement des taxes de marché',
            points: 25,
            maximum: 25,
          },
          {
            kind: 'negative',
            text: 'Demande une connexion 4G ; vous avez la 3G',
            points: 0,
            maximum: 20,
          },
          { kind: 'neutral', text: 'Les langues proposées ne sont pas renseignées' },
        ]}
      />
      <p>
        <Stars value={4.3} count={7} />
      </p>
      <LifeSamples />
    </>
  )
}

/** What is expected of somebody, and what happened. */
function LifeSamples() {
  return (
    <>
      <TaskList
        tasks={[
          {
            title: 'Répondre à une commune',
            href: '#comparer',
            text: 'Démonstration demandée',
            due: '2026-11-30',
            tone: 'warning',
          },
          { title: 'Relire un besoin', href: '#carte', text: 'Proposé par un agent', tone: 'info' },
        ]}
      />
      <Timeline
        events={[
          { at: morning, title: 'Besoin proposé', by: 'Un agent, Commune exemple' },
          {
            at: noon,
            title: 'Besoin rendu',
            by: 'Le secrétaire exécutif',
            text: 'Précisez le nombre de marchés.\nAjoutez le budget.',
          },
        ]}
      />
      <Thread
        messages={[
          {
            at: morning,
            author: 'A. Exemple',
            organisation: 'Commune exemple',
            body: 'Bonjour,\nvotre outil marche-t-il sans réseau ?',
            mine: false,
          },
          {
            at: noon,
            author: 'B. Exemple',
            organisation: 'Startup exemple',
            body: 'Oui, pendant sept jours.',
            mine: true,
          },
        ]}
      />
    </>
  )
}
