/** Every source that Inward reads. A file belongs to the one that is surest of it; of equals, to the first listed. */
import type { SourceReader } from './source-reader.ts'
import { hr } from './sources/hr.ts'
import { m365Audit } from './sources/m365-audit.ts'

export const SOURCE_READERS: readonly SourceReader[] = [m365Audit, hr]
