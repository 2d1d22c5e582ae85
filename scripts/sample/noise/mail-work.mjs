/** Ordinary mail: mostly inside the company, some to customers and suppliers, a third with attachments. */
import { customers, suppliers } from '../company.mjs'
import { addMail } from '../records/mail.mjs'
import { pickFile } from './file-work.mjs'
/** @import { Shift } from './ordinary.mjs' */

/** @param {Shift} shift */
export function addMailWork(shift) {
  const { world, random, person, busyness } = shift
  for (let left = random.times(person.department.mail * busyness, 8); left > 0; left--) {
    const isOutside = random.chance(person.department.outside)
    const files = random.chance(0.33) ? Array.from({ length: random.pick([1, 1, 1, 2]) }, () => pickFile(shift)) : []
    addMail(world, random, person, shift.moment(), {
      subject: random.pick(isOutside ? outsideSubjects : insideSubjects).replace('#', String(random.int(100, 999))),
      recipients: isOutside ? outsideRecipients(shift) : insideRecipients(shift),
      attachments: files.map(({ name, sizeBytes }) => ({ name, sizeBytes: Math.min(sizeBytes, 9_000_000) }))
    })
  }
}

const insideSubjects = [
  'Minutes of the weekly meeting',
  'Question about order #',
  'Re: shift swap',
  'Updated plan for week #',
  'Re: test bench #',
  'Travel request #',
  'Canteen survey',
  'Re: drawing #',
  'Handover notes',
  'Budget line #',
  'Welcome to the team',
  'Re: inspection #'
]
const outsideSubjects = [
  'Your order #',
  'Offer # for your review',
  'Re: delivery date of order #',
  'Certificate for batch #',
  'Site visit #',
  'Re: spare parts request #'
]

/** @param {Shift} shift */
function insideRecipients({ world, random, person }) {
  const team = world.people.filter(({ department }) => department === person.department)
  return Array.from(
    { length: random.pick([1, 1, 1, 2, 3]) },
    () => random.pick(random.chance(0.7) ? team : world.people).upn
  )
}

/** @param {Shift} shift */
function outsideRecipients({ random, person }) {
  const domain = random.pick(['Sales', 'Customer Service'].includes(person.department.name) ? customers : suppliers)
  return [`${random.pick(['purchasing', 'planning', 'service', 'quality', 'office'])}@${domain}`]
}
