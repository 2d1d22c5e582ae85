/** Order of the data in the templates of the events that matter most, for tools that kept the values and lost the names. */

const SUBJECT = ['SubjectUserSid', 'SubjectUserName', 'SubjectDomainName', 'SubjectLogonId'] as const
const TARGET = ['TargetUserSid', 'TargetUserName', 'TargetDomainName', 'TargetLogonId'] as const
const ACCOUNT_CHANGE = ['TargetUserName', 'TargetDomainName', 'TargetSid', ...SUBJECT] as const

export const SECURITY_POSITIONS: Readonly<Record<number, readonly string[]>> = {
  4624: [
    ...SUBJECT,
    ...TARGET,
    ...['LogonType', 'LogonProcessName', 'AuthenticationPackageName', 'WorkstationName', 'LogonGuid'],
    ...['TransmittedServices', 'LmPackageName', 'KeyLength', 'ProcessId', 'ProcessName', 'IpAddress', 'IpPort']
  ],
  4625: [
    ...SUBJECT,
    ...['TargetUserSid', 'TargetUserName', 'TargetDomainName', 'Status', 'FailureReason', 'SubStatus', 'LogonType'],
    ...['LogonProcessName', 'AuthenticationPackageName', 'WorkstationName', 'TransmittedServices', 'LmPackageName'],
    ...['KeyLength', 'ProcessId', 'ProcessName', 'IpAddress', 'IpPort']
  ],
  4634: [...TARGET, 'LogonType'],
  4647: [...TARGET],
  4648: [
    ...SUBJECT,
    ...['LogonGuid', 'TargetUserName', 'TargetDomainName', 'TargetLogonGuid', 'TargetServerName', 'TargetInfo'],
    ...['ProcessId', 'ProcessName', 'IpAddress', 'IpPort']
  ],
  4663: [
    ...SUBJECT,
    ...['ObjectServer', 'ObjectType', 'ObjectName', 'HandleId', 'AccessList', 'AccessMask', 'ProcessId', 'ProcessName']
  ],
  4688: [...SUBJECT, 'NewProcessId', 'NewProcessName', 'TokenElevationType', 'ProcessId', 'CommandLine'],
  4720: ACCOUNT_CHANGE,
  4722: ACCOUNT_CHANGE,
  4724: ACCOUNT_CHANGE,
  4725: ACCOUNT_CHANGE,
  4726: ACCOUNT_CHANGE,
  5145: [
    ...SUBJECT,
    ...[
      'ObjectType',
      'IpAddress',
      'IpPort',
      'ShareName',
      'ShareLocalPath',
      'RelativeTargetName',
      'AccessMask',
      'AccessList'
    ]
  ]
}

/** Job, document, owner, client, printer, port, bytes, pages. */
export const PRINT_POSITIONS = ['Param1', 'Param2', 'Param3', 'Param4', 'Param5', 'Param6', 'Param7', 'Param8'] as const
