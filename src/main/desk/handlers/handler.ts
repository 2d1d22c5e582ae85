/** What answers an operation: its parsed request in, its response or a refusal out. */
import type { OperationName, ParsedRequestOf, ResponseOf } from '../../../shared/contract/index.ts'
import type { Result } from '../../workers/protocol.ts'
import type { Desk } from '../desk.ts'

export type Handlers = {
  readonly [Name in OperationName]: (desk: Desk, request: ParsedRequestOf<Name>) => Promise<Result<ResponseOf<Name>>>
}
