-- The vault: identities, and every text of records or operators that can hold one. Ids are those of the main store.
-- It is written before the main store and swept at start, so a crash leaves orphans here and never a gap there.

CREATE TABLE secret (
  name TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE identity (
  person_id INTEGER PRIMARY KEY,
  identity TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL DEFAULT '',
  first_name TEXT NOT NULL DEFAULT '',
  last_name TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE alias (
  alias TEXT PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES identity (person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_text (
  import_id INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  label TEXT NOT NULL
) STRICT;

CREATE TABLE activity_text (
  activity_id INTEGER PRIMARY KEY,
  actor TEXT NOT NULL,
  path TEXT NOT NULL,
  file_name TEXT NOT NULL,
  new_file_name TEXT NOT NULL,
  subject TEXT NOT NULL,
  targets TEXT NOT NULL,
  device TEXT NOT NULL
) STRICT;

CREATE TABLE site (id INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE address (id INTEGER PRIMARY KEY, address TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE domain_set (id INTEGER PRIMARY KEY, domains TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE raw_block (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE INDEX raw_block_import ON raw_block (import_id);

CREATE TABLE hr_text (
  hr_event_id INTEGER PRIMARY KEY,
  old_level TEXT NOT NULL,
  new_level TEXT NOT NULL,
  rating TEXT NOT NULL,
  remarks TEXT NOT NULL
) STRICT;

CREATE TABLE rejected_row (
  import_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  line INTEGER NOT NULL,
  byte_offset INTEGER NOT NULL,
  reason TEXT NOT NULL,
  raw TEXT NOT NULL,
  PRIMARY KEY (import_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE column_mapping (
  signature TEXT PRIMARY KEY,
  columns TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Sites, extensions and words that a version of a policy prioritises.
CREATE TABLE policy_content (
  policy_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (policy_id, version)
) STRICT, WITHOUT ROWID;

-- What operators wrote: names of cases and policies, notes, comments, reasons. The id of a reason is its audit entry.
CREATE TABLE written_text (
  about TEXT NOT NULL CHECK (about IN ('case', 'note', 'policy', 'decision', 'reason')),
  id INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (about, id)
) STRICT, WITHOUT ROWID;
