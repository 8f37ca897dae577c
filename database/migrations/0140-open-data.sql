-- What everybody may take away: each change of a process as it was published, and the systems that are told of it.
create schema opendata;
