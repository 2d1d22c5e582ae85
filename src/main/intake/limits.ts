/** Bounds that keep a hostile or broken file from costing more than time. Every bound says why it has its value. */

/** What recognition looks at: enough for a few hundred audit records, read once and then fed to the reader. */
export const HEAD_BYTES = 256 * 1024

/** One read of a file; large enough that the loop around it costs nothing, small enough that sixteen of them are nothing. */
export const CHUNK_BYTES = 256 * 1024

/** The largest audit records seen hold a few hundred kilobytes of policy text; a record past this is not one record. */
export const RECORD_BYTES = 16 * 1024 * 1024

/** A quote that stays open this long was never meant to be closed; the largest AuditData cells stay far below. */
export const CSV_RECORD_BYTES = 4 * 1024 * 1024

/** A rejected row is kept for a person to read; past this nobody reads on, and the position leads to the rest. */
export const REJECTED_TEXT_CHARACTERS = 64 * 1024

/**
 * Rows and raw text of one batch: what the store writes in one go, and what one message between processes carries. Twice as
 * many rows outlive the young memory of both sides and cost a tenth more; 512 fill eight blocks of raw records.
 */
export const BATCH_ROWS = 512
export const BATCH_CHARACTERS = 1024 * 1024

/** Audit text shrinks 10 to 60 times; deflate can do 1 032. Past this it is filler made to cost time. */
export const INFLATE_RATIO = 300

/** Below this much output the ratio says nothing: a small file of one repeated row is harmless. */
export const INFLATE_FREE_BYTES = 64 * 1024 * 1024

/** A month of a large organisation's audit log is a few gigabytes; past this a single member is refused. */
export const MEMBER_BYTES = 64 * 1024 * 1024 * 1024

/** Exports split by hour for ten years are 87 600 files. */
export const ARCHIVE_ENTRIES = 100_000

/** An archive of monthly archives of daily archives. */
export const ARCHIVE_NESTING = 3

/** An archive inside an archive needs random access, so it is held in memory; never written to disk as plain text. */
export const NESTED_ARCHIVE_BYTES = 128 * 1024 * 1024

/** Shared strings of a workbook are held in memory; HR files of 100 000 people stay below. */
export const SHARED_STRINGS_BYTES = 64 * 1024 * 1024

/** HR rows that wait until the file itself shows whether 03/04 is March or April. */
export const WAITING_ROWS = 20_000

/** Rows that wait are held with their text; this is what 20 000 long log lines need. */
export const WAITING_CHARACTERS = 32 * 1024 * 1024
