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

-- What each import says of a person; the newest import that says anything holds.
CREATE TABLE profile_text (
  person_id INTEGER NOT NULL,
  import_id INTEGER NOT NULL,
  display_name TEXT NOT NULL,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  department TEXT NOT NULL,
  title TEXT NOT NULL,
  country TEXT NOT NULL,
  business_unit TEXT NOT NULL,
  manager TEXT NOT NULL,
  hired_ms INTEGER,
  aliases TEXT NOT NULL,
  PRIMARY KEY (person_id, import_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX profile_text_import ON profile_text (import_id);

-- Numbers of people whom an undo removed, by a keyed hash of their identity: whoever comes back gets the same pseudonym.
CREATE TABLE retired_person (
  identity_key TEXT PRIMARY KEY,
  person_id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX retired_person_number ON retired_person (person_id);

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

CREATE TABLE label (id INTEGER PRIMARY KEY, label TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE sensitive_set (id INTEGER PRIMARY KEY, types TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE raw_block (
  id INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

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

-- How the columns of a layout are understood. Names of columns can hold names of people.
CREATE TABLE column_mapping (
  signature TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('hr', 'mapped')),
  columns TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE watched_folder (id INTEGER PRIMARY KEY CHECK (id = 1), path TEXT NOT NULL) STRICT;

-- Files of a watched folder that were imported, as they were then.
CREATE TABLE watched_file (
  path TEXT PRIMARY KEY,
  size_bytes INTEGER NOT NULL,
  modified_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Settings of all policies and the list of physical assets, as JSON: their lists can hold names.
CREATE TABLE setting_text (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What an administrator typed into a version of a policy: whom it concerns and the content that it prioritises.
CREATE TABLE policy_content (
  policy_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (policy_id, version)
) STRICT, WITHOUT ROWID;

-- What operators wrote: names of cases and policies, notes, comments, reasons. The id of a reason is its audit entry.
CREATE TABLE written_text (
  about TEXT NOT NULL CHECK (about IN ('case', 'note', 'policy', 'decision', 'reason', 'group', 'group-description', 'scope', 'reveal', 'reveal-answer')),
  id INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (about, id)
) STRICT, WITHOUT ROWID;
