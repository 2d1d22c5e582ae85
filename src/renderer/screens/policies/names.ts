/** Names for what a definition holds by identifier only: indicators, sequences, boosters, priority groups. */
import { useMemo } from 'react'
import { useRead } from '../../desk.ts'
import { useMay } from '../../workspace.ts'

export interface PolicyNames {
  readonly indicator: (id: string) => string
  readonly sequence: (id: string) => string
  readonly booster: (id: string) => string
  readonly group: (id: number) => string
}

/** Until the engine has answered, or where the operator may not ask, an identifier stands for itself in plain words. */
export function usePolicyNames(): PolicyNames {
  const indicators = useRead('policy.indicators', {}).data
  const sequences = useRead('policy.sequences', {}).data
  const boosters = useRead('policy.boosters', {}).data
  const groups = useRead('group.list', {}, { isEnabled: useMay('group.list') }).data
  return useMemo(() => {
    const indicatorNames = new Map(indicators?.map(({ id, name }) => [id, name]))
    const sequenceNames = new Map(sequences?.map(({ id, name }) => [id, name]))
    const boosterNames = new Map<string, string>(boosters?.map(({ booster, name }) => [booster, name]))
    const groupNames = new Map(groups?.map(({ id, name }) => [id, name]))
    return {
      indicator: (id) => indicatorNames.get(id) ?? inPlainWords(id),
      sequence: (id) => sequenceNames.get(id) ?? inPlainWords(id),
      booster: (id) => boosterNames.get(id) ?? inPlainWords(id),
      group: (id) => groupNames.get(id) ?? `priority group ${id}`
    }
  }, [indicators, sequences, boosters, groups])
}

const inPlainWords = (id: string) =>
  id.replaceAll('-', ' ').replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
