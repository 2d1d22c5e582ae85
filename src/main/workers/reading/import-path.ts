/** Where the file of an import lay. For the engine only: a path holds names, and is never an answer of the contract. */
import { findReceipt } from '../../store/imports.ts'
import { refused, type Result } from '../protocol.ts'
import type { ReaderDesk } from '../reader-desk.ts'

export const importPathReads = {
  'import.path'(desk: ReaderDesk, args: { id: number }): Result<string> {
    const receipt = findReceipt(desk.sql, args.id)
    return receipt === null ? refused('not-found', 'There is no such import.') : { ok: true, value: receipt.path }
  }
}
