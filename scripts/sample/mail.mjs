/** A handful of messages, as captured for a case: ten single mails and one small mailbox. Invented text, nothing to do with anybody. */
import { customers, freemail, suppliers, tenant, travelAgency } from './company.mjs'
import { ticket } from './decoys/bulk.mjs'
/** @import { World } from './world.mjs' */

/** @typedef {{from: string, to: string, date: string, subject: string, id: string, replyTo?: string, body: string, html?: string, attachment?: {name: string, type: string, content: string}}} Message */

/** @param {World} world @returns {{name: string, content: Buffer}[]} */
export function mailFiles(world) {
  const messages = singleMessages(world)
  const files = messages.map((message, index) => ({
    name: `mail/${String(index + 1).padStart(2, '0')}.eml`,
    content: Buffer.from(crlf(written(message)))
  }))
  return [...files, { name: 'mail/team-folder.mbox', content: Buffer.from(mailbox(world)) }]
}

/** @param {World} world @returns {Message[]} */
function singleMessages({ part, people }) {
  const { engineer, salesManager, photographer, laptopSwapper, assistant, clearer } = part
  const head = people[0]?.upn ?? ''
  return [
    {
      from: engineer.upn,
      to: head,
      date: 'Wed, 01 Apr 2026 09:02:11 +0100',
      subject: 'My resignation',
      id: 'a01',
      body: 'Hello,\n\nafter six years I have decided to leave the company. My last day will be 24 April.\nThank you for everything.\n\nRasmus'
    },
    {
      from: head,
      to: engineer.upn,
      date: 'Wed, 01 Apr 2026 11:40:02 +0100',
      subject: 'Re: My resignation',
      id: 'a02',
      replyTo: 'a01',
      body: 'Rasmus,\n\nI am sorry to read this. Let us talk about the handover of the blade root drawings on Tuesday.'
    },
    {
      from: engineer.upn,
      to: `rasmus.private@${freemail}`,
      date: 'Fri, 17 Apr 2026 06:59:40 +0100',
      subject: 'Madeira pictures',
      id: 'a03',
      body: 'Links to the pictures, in case the other way does not work.'
    },
    {
      from: salesManager.upn,
      to: `leonor.private@${freemail}`,
      date: 'Fri, 10 Apr 2026 11:35:00 +0100',
      subject: 'Fwd: lists Iberia-North',
      id: 'a04',
      body: 'For later.',
      attachment: {
        name: 'Customers_Iberia-North_2026-1.csv',
        type: 'text/csv',
        content: `Customer;Contact;Volume\n${customers.map((domain, index) => `${domain.split('.')[0]};purchasing@${domain};${(index + 3) * 41000}`).join('\n')}\n`
      }
    },
    {
      from: `purchasing@${customers[2]}`,
      to: salesManager.upn,
      date: 'Mon, 13 Apr 2026 16:20:31 +0100',
      subject: 'Where you go next',
      id: 'a05',
      body: 'Dear Leonor,\n\nwe would like to stay in touch, wherever you work. Can you bring the terms of the last offer along?'
    },
    {
      from: photographer.upn,
      to: `hanne.w@${freemail}`,
      date: 'Thu, 16 Apr 2026 14:40:00 +0200',
      subject: '=?utf-8?B?QWJzY2hpZWRzZmVpZXI6IFNjaMO2bmUgRm90b3M=?=',
      id: 'a06',
      body: 'Hallo zusammen,\n\nhier sind die Fotos von meiner Abschiedsfeier. Schön, dass ihr da wart!\n\nJonas',
      html: '<p>Hallo zusammen,</p><p>hier sind die Fotos von meiner Abschiedsfeier. <b>Schön</b>, dass ihr da wart!</p><p>Jonas</p>'
    },
    {
      from: laptopSwapper.upn,
      to: `servicedesk@${tenant.domain}`,
      date: 'Mon, 13 Apr 2026 15:12:00 -0400',
      subject: `Ticket ${ticket}: laptop replacement`,
      id: 'a07',
      body: 'The hinge of my laptop is broken. You said that I can fetch the new one tomorrow at eight.'
    },
    {
      from: `servicedesk@${tenant.domain}`,
      to: laptopSwapper.upn,
      date: 'Mon, 13 Apr 2026 15:48:00 -0400',
      subject: `Re: Ticket ${ticket}: laptop replacement`,
      id: 'a08',
      replyTo: 'a07',
      body: 'LK-LT-0988 is ready for you. Let it sync before you travel: it will bring back everything from your OneDrive.'
    },
    {
      from: assistant.upn,
      to: `bookings@${travelAgency}`,
      date: 'Tue, 14 Apr 2026 10:05:00 +0100',
      subject: 'Booking request 4417',
      id: 'a09',
      body: 'Please book the attached journey for two people, aisle seats if possible.',
      attachment: {
        name: 'Itinerary_4417.txt',
        type: 'text/plain',
        content: 'Bristol to Porto, 5 May, return 8 May. Two people.\n'
      }
    },
    {
      from: clearer.upn,
      to: head,
      date: 'Wed, 25 Mar 2026 12:00:00 +0100',
      subject: 'Gearbox 2023: folder is empty now',
      id: 'a10',
      body: 'As agreed in the closing meeting I have deleted the simulation runs of the gearbox project. The final report is in the archive.'
    }
  ]
}

/** One mailbox, a message on each of four Mondays, with quoted "From " lines (mboxrd). @param {World} world */
function mailbox({ people }) {
  const subjects = ['Minutes 9 March', 'Minutes 16 March', 'Question on bearing order', 'Minutes 30 March']
  return people
    .slice(3, 3 + subjects.length)
    .map(({ upn }, index) => {
      const day = String(9 + index * 7).padStart(2, '0')
      const message = written({
        from: upn,
        to: `engineering-team@${tenant.domain}`,
        date: `Mon, ${day} Mar 2026 10:00:00 +0000`,
        subject: subjects[index] ?? '',
        id: `b${index}`,
        body: `From the workshop: test ${index + 1} is done.\nOpen point: certificate from quality@${suppliers[index % suppliers.length]}.`
      })
      const quoted = message.replace(/^(>*From )/gm, '>$1')
      return `From ${upn} Mon Mar ${day.replace(/^0/, ' ')} 10:00:00 2026\n${quoted}\n`
    })
    .join('')
}

/** The text of a message with LF line ends. @param {Message} message */
function written(message) {
  const lines = [
    `From: ${message.from}`,
    `To: ${message.to}`,
    `Date: ${message.date}`,
    `Subject: ${message.subject}`,
    `Message-ID: <${message.id}@${tenant.domain}>`
  ]
  if (message.replyTo)
    lines.push(
      `In-Reply-To: <${message.replyTo}@${tenant.domain}>`,
      `References: <${message.replyTo}@${tenant.domain}>`
    )
  lines.push('MIME-Version: 1.0')
  const text = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', message.body, '']
  if (!message.html && !message.attachment) return [...lines, ...text].join('\n')
  const border = `border-${message.id}`
  const kind = message.html ? 'alternative' : 'mixed'
  const second = message.html
    ? ['Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', message.html, '']
    : attached(message.attachment)
  return [
    ...lines,
    `Content-Type: multipart/${kind}; boundary="${border}"`,
    '',
    `--${border}`,
    ...text,
    `--${border}`,
    ...second,
    `--${border}--`,
    ''
  ].join('\n')
}

/** @param {Message['attachment']} attachment */
function attached(attachment) {
  if (!attachment) return []
  const base64 = Buffer.from(attachment.content)
    .toString('base64')
    .replace(/(.{76})(?=.)/g, '$1\n')
  return [
    `Content-Type: ${attachment.type}; name="${attachment.name}"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename="${attachment.name}"`,
    '',
    base64,
    ''
  ]
}

/** @param {string} text */
function crlf(text) {
  return text.replaceAll('\n', '\r\n')
}
