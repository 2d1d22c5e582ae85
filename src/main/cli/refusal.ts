/** How a command says no: one sentence, and whether the command line or the matter was the reason. */
export interface Refusal {
  readonly ok: false
  readonly sentence: string
  /** 2 when something has to be given on the command line, else 1. */
  readonly exitCode: 1 | 2
}

export function refusal(sentence: string): Refusal {
  return { ok: false, sentence, exitCode: 1 }
}

export function usageRefusal(sentence: string): Refusal {
  return { ok: false, sentence, exitCode: 2 }
}
