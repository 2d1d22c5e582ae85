/** The options that every command takes, as they stood on the command line. */
export interface Given {
  readonly workspace: string | null
  readonly operator: string | null
  readonly passphraseFile: string | null
  readonly isJson: boolean
}
