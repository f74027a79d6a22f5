-- Levels of a namespace are joined by U+001F; the root is the row with the empty path.
CREATE TABLE namespaces (
  namespace_id TEXT NOT NULL PRIMARY KEY,
  parent_id TEXT REFERENCES namespaces (namespace_id),
  path TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  properties TEXT NOT NULL,
  version BIGINT NOT NULL,
  UNIQUE (parent_id, name)
);

INSERT INTO namespaces (namespace_id, parent_id, path, name, properties, version)
VALUES ('root', NULL, '', '', '{}', 0);

-- Tables and views share one space of names.
CREATE TABLE tabulars (
  tabular_id TEXT NOT NULL PRIMARY KEY,
  namespace_id TEXT NOT NULL REFERENCES namespaces (namespace_id),
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  metadata_location TEXT NOT NULL,
  UNIQUE (namespace_id, name)
);

-- Files of dropped tables that are still to be deleted.
CREATE TABLE purges (
  purge_id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  metadata_location TEXT NOT NULL
);
