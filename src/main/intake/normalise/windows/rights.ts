/** Access rights of a file in words, from the codes in which the security log writes them. */

const RIGHTS: ReadonlyMap<string, string> = new Map([
  ['%%1537', 'DELETE'],
  ['%%1538', 'READ_CONTROL'],
  ['%%1539', 'WRITE_DAC'],
  ['%%1540', 'WRITE_OWNER'],
  ['%%1541', 'SYNCHRONIZE'],
  ['%%4416', 'ReadData'],
  ['%%4417', 'WriteData'],
  ['%%4418', 'AppendData'],
  ['%%4419', 'ReadEA'],
  ['%%4420', 'WriteEA'],
  ['%%4421', 'Execute'],
  ['%%4422', 'DeleteChild'],
  ['%%4423', 'ReadAttributes'],
  ['%%4424', 'WriteAttributes']
])

/** "ReadData, SYNCHRONIZE"; words of a rendered list are taken as they stand, codes that are not listed are left out. */
export function rightsIn(list: string): string {
  const codes = list.match(/%%\d+/g)
  if (codes === null) return list.replace(/\s*\(or [^)]*\)/g, '').trim()
  return [...new Set(codes.map((code) => RIGHTS.get(code) ?? ''))].filter(Boolean).join(', ')
}
