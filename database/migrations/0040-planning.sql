-- Planning: what a commune has (diagnosis, connectivity), wants (master plan), pays (budget) and instructs (lettre de cadrage).
create schema planning;
