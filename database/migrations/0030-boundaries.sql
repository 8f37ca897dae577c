-- What an operator brings from official files: the limits of communes, and populations newer than those delivered.

-- Simplified when read; the whole file stays with whoever publishes it.
create table directory.commune_boundary (
  commune_id uuid primary key references directory.commune,
  -- Polygons of rings of [longitude, latitude], as GeoJSON writes a MultiPolygon.
  polygons jsonb not null check (jsonb_typeof(polygons) = 'array'),
  source text not null check (length(source) between 1 and 200),
  imported_at timestamptz not null
);

-- Set by an import: the reference delivered with Cauri then no longer overwrites figures of the same year.
alter table directory.commune add column population_imported_at timestamptz;
