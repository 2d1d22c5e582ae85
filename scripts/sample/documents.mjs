/** A few small documents, as collected for a case: text, table, page, rich text. Invented content. */
import { customers } from './company.mjs'

/** @returns {{name: string, content: Buffer}[]} */
export function documentFiles() {
  return Object.entries(documents).map(([name, text]) => ({ name: `documents/${name}`, content: Buffer.from(text) }))
}

const documents = {
  'handover-notes.txt':
    'Handover of the blade root work\n\n1. Drawings TD-blade-root are in Turbine-Designs.\n2. Load cases 14 and 15 are not checked yet.\n3. The tip profile is highly confidential; ask before sending it to a supplier.\n',
  'customers-iberia.csv': `Customer,Contact,Segment,Annual volume\r\n${customers.map((domain, index) => `${domain.split('.')[0]},purchasing@${domain},${['Hydro', 'Wind'][index % 2]},${120000 + index * 35000}\r\n`).join('')}`,
  'leaving-checklist.html':
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Leaving checklist</title></head>\n<body><h1>Leaving checklist</h1><ul><li>Return laptop and badge</li><li>Hand over files to your team</li><li>Private files: take only what is yours</li></ul></body></html>\n',
  'confidentiality.rtf':
    '{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Calibri;}}\\f0\\fs22 {\\b Confidentiality}\\par Drawings, load cases and price lists of Larkfield Instruments stay with the company when somebody leaves.\\par}\n',
  'farewell-invitation.txt':
    'You are invited!\n\nCake and coffee in the studio on 16 April at three. Bring your camera.\n',
  'gearbox-closing.txt':
    'Closing of project Gearbox 2023\n\nThe final report is archived. Simulation runs may be deleted after 20 March.\n'
}
