import {
  Actions,
  Badge,
  ButtonLink,
  Card,
  CardList,
  CompareTable,
  DefinitionList,
  Details,
  EmptyState,
  Figure,
  Grid,
  Money,
  Notice,
  Pagination,
  Prose,
  Table,
  Tabs,
  Tag,
  Time,
} from '../components/index.tsx'

export function ReadingSamples() {
  return (
    <>
      <Grid>
        <Figure value={77} label="communes" source="Découpage en vigueur" href="/communes" />
        <Figure value={10_008_749} label="habitants" source="RGPH-4, 2013" />
        <Figure value={12} label="besoins publiés" />
      </Grid>
      <Tabs
        label="Parties de la fiche"
        tabs={[
          { label: 'Présentation', href: '#lire', current: true },
          { label: 'Références', href: '#comparer', count: 4 },
          { label: 'Prix', href: '#carte' },
        ]}
      />
      <Prose
        text={'La proposition décrit :\n- la méthode et le calendrier\n- la formation des agents'}
      />
      <Cards />
      <Tables />
      <DefinitionList
        items={[
          { term: 'Hébergement', value: 'Au Bénin' },
          { term: 'Mise en service', value: <Money amount={1_250_000} /> },
          { term: 'Label valable jusqu’au', value: <Time at="2027-06-30" /> },
          { term: 'Site', value: null },
        ]}
      />
      <Details summary="Conditions de réversibilité">
        <p>Les données sont rendues en CSV sous trente jours.</p>
      </Details>
      <Pagination previousHref="#lire" nextHref="#lire" summary="Solutions 21 à 40" />
      <Notices />
      <EmptyState
        title="Aucun besoin ne correspond"
        action={{ label: 'Effacer les filtres', href: '#lire' }}
      >
        <p>Essayez avec moins de filtres, ou un autre mot.</p>
      </EmptyState>
    </>
  )
}

function Cards() {
  return (
    <CardList>
      <Card
        level={3}
        title="Recouvrer les taxes de marché sans carnet"
        href="#lire"
        kicker="BES-2026-0042"
        tags={
          <>
            <Tag tone="success">Publié</Tag>
            <Tag tone="warning">Urgent</Tag>
          </>
        }
        meta="Commune exemple · 3 communes"
      >
        <p>Les tickets se perdent et la recette du jour n’est connue que le lendemain.</p>
      </Card>
      <Card level={3} title="Une solution" kicker="Solution" meta="Startup exemple">
        <p>
          <Tag>Brouillon</Tag> <Tag tone="info">Soumis</Tag> <Tag tone="danger">Suspendu</Tag> Avis{' '}
          <Badge>12</Badge>
        </p>
      </Card>
    </CardList>
  )
}

function Tables() {
  return (
    <>
      <Table
        caption="Communes les plus peuplées"
        columns={[
          { key: 'name', label: 'Commune' },
          { key: 'department', label: 'Département' },
          { key: 'population', label: 'Habitants', numeric: true },
        ]}
        rows={[
          { name: 'Cotonou', department: 'Littoral', population: '679 012' },
          { name: 'Abomey-Calavi', department: 'Atlantique', population: '656 358' },
        ]}
      />
      <CompareTable
        caption="Deux solutions côte à côte"
        columns={[{ title: 'Solution A', href: '#lire' }, { title: 'Solution B' }]}
        rows={[
          {
            label: 'Prix par an',
            cells: [<Money key="a" amount={600_000} />, <Money key="b" amount={450_000} />],
          },
          { label: 'Hors ligne', cells: ['Oui, puis synchronisation', 'Non'] },
        ]}
      />
    </>
  )
}

function Notices() {
  return (
    <>
      <Notice title="Information">
        <p>Les réponses sont publiques après la date limite.</p>
      </Notice>
      <Notice kind="success">
        <p>Le besoin est publié.</p>
      </Notice>
      <Notice kind="warning" title="Le label expire dans 30 jours">
        <p>Ajoutez le nouveau pour rester visible.</p>
        <Actions>
          <ButtonLink href="#lire">Ajouter</ButtonLink>
          <ButtonLink href="#lire" kind="quiet">
            Plus tard
          </ButtonLink>
        </Actions>
      </Notice>
      <Notice kind="danger">
        <p>La fiche est suspendue.</p>
        <ButtonLink href="#lire" kind="danger">
          Retirer
        </ButtonLink>
      </Notice>
    </>
  )
}
