-- The main store: knows people by pseudonym only. Times are UTC milliseconds, days are counted since 1970-01-01
-- in the scoring zone. Everything that can hold a name lies in the vault under the same ids.

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE operator (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  roles TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('active', 'disabled')),
  created_ms INTEGER NOT NULL,
  last_seen_ms INTEGER
) STRICT;

CREATE TABLE import (
  id INTEGER PRIMARY KEY,
  status TEXT NOT NULL CHECK (status IN ('running', 'finished', 'stopped', 'refused', 'undone')),
  operator TEXT NOT NULL,
  source TEXT,
  wrapping TEXT,
  encoding TEXT,
  confidence REAL NOT NULL DEFAULT 0,
  because TEXT NOT NULL DEFAULT '',
  reader TEXT NOT NULL DEFAULT '',
  timezone TEXT NOT NULL DEFAULT 'UTC',
  timezone_because TEXT NOT NULL DEFAULT '',
  sha256 TEXT NOT NULL DEFAULT '',
  bytes INTEGER NOT NULL DEFAULT 0,
  rows_read INTEGER NOT NULL DEFAULT 0,
  kept INTEGER NOT NULL DEFAULT 0,
  duplicate INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0,
  ignored INTEGER NOT NULL DEFAULT 0,
  ignored_by_reason TEXT NOT NULL DEFAULT '{}',
  first_at_ms INTEGER,
  last_at_ms INTEGER,
  started_ms INTEGER NOT NULL,
  duration_ms INTEGER NOT NULL DEFAULT 0,
  warnings TEXT NOT NULL DEFAULT '[]',
  -- What was found when the file ended, kept so that a list of receipts asks nothing of the activities.
  people INTEGER NOT NULL DEFAULT 0,
  findings TEXT NOT NULL DEFAULT '[]',
  unread_operations TEXT NOT NULL DEFAULT '[]',
  refusal TEXT,
  CHECK (status = 'running' OR rows_read = kept + duplicate + rejected + ignored)
) STRICT;

CREATE TABLE word (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('workload', 'operation', 'extension', 'topic', 'country')),
  text TEXT NOT NULL,
  UNIQUE (kind, text)
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  pseudonym TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'guest')),
  department TEXT,
  title TEXT,
  country TEXT,
  business_unit TEXT,
  hired_ms INTEGER,
  manager_id INTEGER REFERENCES person (id)
) STRICT;

-- One row per normalised record. Codes: see codes.ts. Keyed hashes of item names are 52 bits wide. What its numbers name
-- is written just before the row, so no reference is checked: five look-ups a row would cost a third of its insert.
CREATE TABLE activity (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  person_id INTEGER,
  actor_kind INTEGER NOT NULL,
  workload_id INTEGER NOT NULL,
  operation_id INTEGER NOT NULL,
  extension_id INTEGER,
  outcome INTEGER NOT NULL,
  item_type INTEGER NOT NULL,
  exposure INTEGER NOT NULL,
  label_change INTEGER NOT NULL,
  alert_severity INTEGER NOT NULL,
  alert_state INTEGER NOT NULL,
  is_own_site INTEGER NOT NULL,
  topic_id INTEGER,
  country_id INTEGER,
  label_id INTEGER,
  sensitive_set_id INTEGER,
  item_key INTEGER,
  new_item_key INTEGER,
  site_id INTEGER,
  address_id INTEGER,
  domain_set_id INTEGER,
  size_bytes INTEGER NOT NULL,
  item_count INTEGER NOT NULL,
  raw_block_id INTEGER NOT NULL,
  raw_index INTEGER NOT NULL
) STRICT;
CREATE INDEX activity_import ON activity (import_id);

-- Blocks of raw records in the vault. One whose import was undone while others hold some of its records has no import.
CREATE TABLE block (
  id INTEGER PRIMARY KEY,
  import_id INTEGER REFERENCES import (id)
) STRICT;
CREATE INDEX block_import ON block (import_id);

-- What policies look at, a second time and packed: the activities of one person in the order of their numbers, so that
-- scoring and a person's timeline touch neither the wide table nor an index over it (see fact-blocks.ts).
CREATE TABLE fact_block (
  person_id INTEGER NOT NULL,
  first_id INTEGER NOT NULL,
  last_id INTEGER NOT NULL,
  from_ms INTEGER NOT NULL,
  to_ms INTEGER NOT NULL,
  activities INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (person_id, first_id)
) STRICT, WITHOUT ROWID;

-- Combinations of the columns that few values fill; a packed activity names one.
CREATE TABLE fact_class (
  id INTEGER PRIMARY KEY,
  parts TEXT NOT NULL UNIQUE
) STRICT;

-- 64 bits of a keyed SHA-256 of each record's own id, so that no record is stored twice. Activities, HR events and
-- profiles draw their numbers from one sequence, so the number alone names the record. Written in runs that are never
-- touched again; a row holds some hundred keys in their order, and its number names the run and the first of them (see
-- record-keys.ts).
CREATE TABLE record_key (
  id INTEGER PRIMARY KEY,
  keys BLOB NOT NULL
) STRICT;

-- Newest keys in the order of their records; they move to record_key sorted and many at once.
CREATE TABLE recent_key (
  first_id INTEGER PRIMARY KEY,
  keys BLOB NOT NULL
) STRICT;

-- Further imports that hold a record which an earlier one brought.
CREATE TABLE sighting (
  import_id INTEGER NOT NULL REFERENCES import (id),
  record_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (import_id, record_id)
) STRICT, WITHOUT ROWID;

-- Activities of an import by operation and day of the scoring zone.
CREATE TABLE import_count (
  import_id INTEGER NOT NULL REFERENCES import (id),
  workload_id INTEGER NOT NULL REFERENCES word (id),
  operation_id INTEGER NOT NULL REFERENCES word (id),
  day INTEGER NOT NULL,
  activities INTEGER NOT NULL,
  PRIMARY KEY (import_id, workload_id, operation_id, day)
) STRICT, WITHOUT ROWID;

-- What an undo has still to take out of the vault; worked off right after it, or when the store is opened again.
CREATE TABLE leftover (
  what TEXT NOT NULL CHECK (what IN ('activity', 'hr-event', 'block', 'import', 'heir', 'person', 'site', 'address', 'domain-set', 'label', 'sensitive-set')),
  id INTEGER NOT NULL,
  -- End of a range, or the import that takes over.
  until INTEGER NOT NULL,
  -- Places in a block: which to keep, or which to blank.
  places TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (what, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE hr_event (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES import (id),
  ordinal INTEGER NOT NULL,
  person_id INTEGER NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('resignation', 'termination', 'job-level-change', 'performance-review', 'improvement-plan')),
  at_ms INTEGER NOT NULL,
  last_day_ms INTEGER,
  -- Null where no record tells the event, but two snapshots do: see the comparison of its import.
  raw_block_id INTEGER,
  raw_index INTEGER,
  CHECK ((raw_block_id IS NULL) = (raw_index IS NULL))
) STRICT;
CREATE INDEX hr_event_person ON hr_event (person_id, at_ms);
CREATE INDEX hr_event_import ON hr_event (import_id);

-- A row of a file that describes a person; what it says lies in the vault.
CREATE TABLE profile (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES import (id),
  ordinal INTEGER NOT NULL,
  person_id INTEGER NOT NULL REFERENCES person (id),
  raw_block_id INTEGER NOT NULL,
  raw_index INTEGER NOT NULL
) STRICT;
CREATE INDEX profile_import ON profile (import_id);
CREATE INDEX profile_person ON profile (person_id);

-- Two neighbouring snapshots of a directory, each of one or several imports, and what they tell together. The events
-- belong to the first import of the later one.
CREATE TABLE comparison (
  import_id INTEGER PRIMARY KEY REFERENCES import (id),
  earlier TEXT NOT NULL,
  later TEXT NOT NULL,
  earlier_day INTEGER NOT NULL,
  later_day INTEGER NOT NULL,
  earlier_people INTEGER NOT NULL,
  later_people INTEGER NOT NULL,
  -- The later one is too small to be of the whole organisation: nobody counts as having left.
  is_part INTEGER NOT NULL,
  leavers INTEGER NOT NULL,
  changes INTEGER NOT NULL
) STRICT;

-- An account that a directory record says was deleted: a trigger of its own.
CREATE TABLE account_deletion (
  activity_id INTEGER NOT NULL REFERENCES activity (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (person_id, activity_id)
) STRICT, WITHOUT ROWID;

-- People whose activities have changed since the last scoring, and since when.
CREATE TABLE person_due (
  person_id INTEGER PRIMARY KEY,
  from_ms INTEGER NOT NULL
) STRICT;

-- One person's daily counts by indicator and what is usual for them, packed (see day-counts.ts): made from the fact
-- blocks, and made anew when indicators, settings or the zone change.
CREATE TABLE person_days (
  person_id INTEGER PRIMARY KEY REFERENCES person (id),
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE address_use (
  person_id INTEGER NOT NULL,
  address_id INTEGER NOT NULL,
  first_at_ms INTEGER NOT NULL,
  PRIMARY KEY (person_id, address_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX address_use_address ON address_use (address_id);

-- Countries that a person was active in, by the first activity there.
CREATE TABLE country_use (
  country_id INTEGER NOT NULL REFERENCES word (id),
  person_id INTEGER NOT NULL,
  first_at_ms INTEGER NOT NULL,
  PRIMARY KEY (person_id, country_id)
) STRICT, WITHOUT ROWID;

-- Groups of people of priority; their names lie in the vault.
CREATE TABLE priority_group (
  id INTEGER PRIMARY KEY,
  created_ms INTEGER NOT NULL,
  deleted_ms INTEGER
) STRICT;

CREATE TABLE priority_member (
  group_id INTEGER NOT NULL REFERENCES priority_group (id),
  person_id INTEGER NOT NULL,
  PRIMARY KEY (group_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX priority_member_person ON priority_member (person_id);

-- Scoring that an operator started by hand; the reason lies in the vault.
CREATE TABLE manual_scope (
  id INTEGER PRIMARY KEY,
  policy_id INTEGER NOT NULL REFERENCES policy (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  from_ms INTEGER NOT NULL,
  until_ms INTEGER NOT NULL,
  operator TEXT NOT NULL
) STRICT;
CREATE INDEX manual_scope_person ON manual_scope (person_id);

-- People whom an operator took out of every scope: triggers up to then no longer count.
CREATE TABLE scope_removal (
  person_id INTEGER PRIMARY KEY REFERENCES person (id),
  at_ms INTEGER NOT NULL,
  operator TEXT NOT NULL
) STRICT;

CREATE TABLE policy (
  id INTEGER PRIMARY KEY,
  template TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('on', 'off', 'deleted')),
  version INTEGER NOT NULL,
  created_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE policy_version (
  policy_id INTEGER NOT NULL REFERENCES policy (id),
  version INTEGER NOT NULL,
  definition TEXT NOT NULL,
  created_ms INTEGER NOT NULL,
  operator TEXT NOT NULL,
  PRIMARY KEY (policy_id, version)
) STRICT, WITHOUT ROWID;

-- What the last evaluation of one person under one policy said; replaced as a whole.
CREATE TABLE evaluation (
  policy_id INTEGER NOT NULL REFERENCES policy (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  in_scope INTEGER NOT NULL,
  score REAL NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (policy_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE day_score (
  policy_id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  score REAL NOT NULL,
  PRIMARY KEY (policy_id, person_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_file (
  id INTEGER PRIMARY KEY,
  status TEXT NOT NULL CHECK (status IN ('active', 'closed')),
  resolution TEXT CHECK (resolution IN ('benign', 'violation')),
  opened_ms INTEGER NOT NULL,
  updated_ms INTEGER NOT NULL,
  updated_by TEXT NOT NULL
) STRICT;

CREATE TABLE alert (
  id INTEGER PRIMARY KEY,
  policy_id INTEGER NOT NULL REFERENCES policy (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  status TEXT NOT NULL CHECK (status IN ('needs-review', 'confirmed', 'dismissed', 'resolved')),
  severity TEXT NOT NULL CHECK (severity IN ('high', 'medium', 'low')),
  severity_rank INTEGER GENERATED ALWAYS AS (CASE severity WHEN 'high' THEN 3 WHEN 'medium' THEN 2 ELSE 1 END) VIRTUAL,
  status_rank INTEGER GENERATED ALWAYS AS (CASE status WHEN 'needs-review' THEN 4 WHEN 'confirmed' THEN 3 WHEN 'dismissed' THEN 2 ELSE 1 END) VIRTUAL,
  score REAL NOT NULL,
  detected_ms INTEGER NOT NULL,
  updated_ms INTEGER NOT NULL,
  policy_version INTEGER NOT NULL,
  catalogue_hash TEXT NOT NULL,
  -- Insights up to this day belong to this alert once it is triaged; later ones make the next alert.
  last_day INTEGER NOT NULL,
  top_factor TEXT NOT NULL,
  body TEXT NOT NULL,
  case_id INTEGER REFERENCES case_file (id)
) STRICT;
CREATE UNIQUE INDEX alert_open ON alert (policy_id, person_id) WHERE status = 'needs-review';
CREATE INDEX alert_score ON alert (score DESC, id DESC);
CREATE INDEX alert_person ON alert (person_id);
CREATE INDEX alert_case ON alert (case_id) WHERE case_id IS NOT NULL;

-- Alerts on which somebody had decided when an import with activities of their person and time was undone.
CREATE TABLE alert_undone_import (
  alert_id INTEGER NOT NULL REFERENCES alert (id),
  import_id INTEGER NOT NULL REFERENCES import (id),
  at_ms INTEGER NOT NULL,
  operator TEXT NOT NULL,
  PRIMARY KEY (alert_id, import_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  operator TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('dismiss', 'confirm', 'resolve')),
  reason TEXT,
  case_id INTEGER REFERENCES case_file (id),
  opened_case INTEGER NOT NULL,
  undone_ms INTEGER
) STRICT;

CREATE TABLE decision_alert (
  decision_id INTEGER NOT NULL REFERENCES decision (id),
  alert_id INTEGER NOT NULL REFERENCES alert (id),
  status_before TEXT NOT NULL,
  case_before INTEGER,
  undone_ms INTEGER,
  PRIMARY KEY (decision_id, alert_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_alert_by_alert ON decision_alert (alert_id);

CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES case_file (id),
  at_ms INTEGER NOT NULL,
  operator TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('note', 'decision', 'export', 'resolution'))
) STRICT;
CREATE INDEX note_case ON note (case_id, id);
CREATE TRIGGER note_is_append_only_update BEFORE UPDATE ON note BEGIN SELECT RAISE(ABORT, 'notes are append-only'); END;
CREATE TRIGGER note_is_append_only_delete BEFORE DELETE ON note BEGIN SELECT RAISE(ABORT, 'notes are append-only'); END;

-- Requests for a name. The name stays in the vault and is read from there each time.
CREATE TABLE reveal (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES case_file (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  status TEXT NOT NULL CHECK (status IN ('requested', 'granted', 'refused', 'withdrawn')),
  hours INTEGER NOT NULL,
  requested_by TEXT NOT NULL,
  requested_ms INTEGER NOT NULL,
  decided_by TEXT,
  decided_ms INTEGER,
  expires_ms INTEGER,
  withdrawn_by TEXT,
  withdrawn_ms INTEGER,
  shown INTEGER NOT NULL,
  last_shown_ms INTEGER,
  CHECK (status <> 'granted' OR (decided_by IS NOT NULL AND expires_ms IS NOT NULL)),
  CHECK (decided_by IS NULL OR decided_by <> requested_by)
) STRICT;
CREATE INDEX reveal_case ON reveal (case_id);
CREATE INDEX reveal_person ON reveal (person_id);
CREATE TRIGGER reveal_is_kept BEFORE DELETE ON reveal BEGIN SELECT RAISE(ABORT, 'the ledger of reveals is kept'); END;

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  operator TEXT NOT NULL,
  roles TEXT NOT NULL,
  action TEXT NOT NULL,
  object_type TEXT NOT NULL,
  object_id TEXT NOT NULL,
  case_id INTEGER,
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
  details TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_is_append_only_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_is_append_only_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
