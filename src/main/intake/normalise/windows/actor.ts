/** Who did what an event reports: the account that logged on, else the subject, else who the log names. */
import type { Identity } from '../m365/identity.ts'
import { accountOf, NOBODY } from './account.ts'
import type { WindowsEvent } from './event.ts'
import type { NamedEvent } from './naming.ts'

type Data = Readonly<Record<string, string>>

export function actorOf({ account }: WindowsEvent, data: Data, { shape, log }: NamedEvent): Identity {
  const logger = accountOf(account.domain, account.name, account.sid)
  switch (shape) {
    case 'logon':
      return firstNamed(targetOf(data), sessionOf(data), subjectOf(data), logger)
    case 'explicit-logon': {
      // At the screen of a computer it is the machine that uses a person's credentials.
      const subject = subjectOf(data)
      return subject.kind === 'person' ? subject : firstNamed(targetOf(data), subject)
    }
    case 'print':
      return firstNamed(ownerOf(account, data['Param3'] ?? ''), logger)
    case 'account':
    case 'member':
    case 'file':
    case 'share':
    case 'process':
    case 'device':
    case 'network':
    case 'task':
    case 'service':
    case 'transfer':
    case 'other':
      return firstNamed(
        subjectOf(data),
        userOf(data),
        personIn(data['Detection User'] ?? ''),
        accountOf(data['AccountDomain'] ?? '', log === 'security' ? (data['AccountName'] ?? '') : ''),
        accountOf('', data['Requester'] ?? ''),
        logger,
        accountOf('', data['Account'] ?? '')
      )
  }
}

/** A print job names its owner without the domain, which the log knows where the owner wrote the event. */
function ownerOf(account: WindowsEvent['account'], owner: string): Identity {
  const isWriter = account.name !== '' && account.name.toLowerCase() === owner.toLowerCase()
  return accountOf(isWriter ? account.domain : '', owner)
}

export function targetOf(data: Data): Identity {
  return firstNamed(
    accountOf(data['TargetDomainName'] ?? '', data['TargetUserName'] ?? '', data['TargetUserSid'] ?? data['TargetSid']),
    accountOf('', data['TargetAccount'] ?? '')
  )
}

function subjectOf(data: Data): Identity {
  const name = data['SubjectUserName'] ?? ''
  // A security id alone names nobody where the log names somebody.
  return firstNamed(
    accountOf(data['SubjectDomainName'] ?? '', name, data['SubjectUserSid']),
    accountOf('', data['SubjectAccount'] ?? '')
  )
}

/** Events of sessions name the account without saying whose it is. */
function sessionOf(data: Data): Identity {
  return firstNamed(accountOf(data['AccountDomain'] ?? '', data['AccountName'] ?? ''), userOf(data))
}

function userOf(data: Data): Identity {
  return accountOf('', data['User'] ?? data['SourceUser'] ?? data['jobOwner'] ?? '')
}

/** The scanner's own account says nothing that the log does not. */
function personIn(account: string): Identity {
  const found = accountOf('', account)
  return found.kind === 'person' ? found : NOBODY
}

function firstNamed(...identities: readonly Identity[]): Identity {
  return (
    identities.find(({ name, kind }) => name !== '' && kind !== 'unknown') ??
    identities.find(({ name }) => name !== '') ??
    NOBODY
  )
}
