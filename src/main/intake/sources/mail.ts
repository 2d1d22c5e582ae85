/** Mail in mailboxes and single files: headers and names of attachments; what a mail says is never read. */
import { mailIn, readMail, sidesOf } from '../normalise/mail/message.ts'
import { ownDomainsOf } from '../normalise/own-domains.ts'
import { recordSource } from '../record-source.ts'

export const mail = recordSource({
  source: 'mail',
  version: 2,
  mark: 'headers of mail',
  holds: (record) => mailIn(record) !== null,
  zone: null,
  open({ timezone, sample }) {
    const sides = sample.flatMap((record) => {
      const known = mailIn(record)
      return known === null ? [] : [sidesOf(known)]
    })
    const ownDomains = ownDomainsOf(sides)
    let mails = 0
    return {
      read(record) {
        mails++
        return readMail(record, { timezone, ownDomains })
      },
      finish: () => (mails < 2 ? [] : [saySenders(ownDomains)])
    }
  }
})

function saySenders(ownDomains: ReadonlySet<string> | null): string {
  return ownDomains === null
    ? 'Nothing in the file shows which senders are of the organisation; every sender was read as one.'
    : `Senders of the ${ownDomains.size === 1 ? 'domain' : `${String(ownDomains.size)} domains`} that nearly all of the first mails share were read as people of the organisation.`
}
