/**
 * What one person does in a row on one day: each act writes its records and moves the clock on. Ordinary work and stories
 * use the same hands, so that nothing but the acts tells them apart.
 */
import type { Chance } from '../company/chance.ts'
import { type CloudFile, ownFile } from '../company/library.ts'
import type { Log } from '../company/log.ts'
import type { Person } from '../company/people.ts'
import * as audit from './audit.ts'
import * as security from './security.ts'

export interface Hands {
  readonly person: Person
  readonly chance: Chance
  atMs: number
  ip: string
  /** Goes on at a minute of the same day. */
  at(atMs: number): Hands
  wait(minutes: number): Hands
  /** From an address that nobody used before. */
  elsewhere(): Hands
  files(operation: string, files: readonly CloudFile[]): void
  rename(file: CloudFile, name: string): CloudFile
  share(file: CloudFile, to: string): void
  openToAnyone(files: readonly CloudFile[]): void
  unlabel(files: readonly CloudFile[]): void
  mail(to: string, files: readonly CloudFile[]): void
  stick(files: readonly CloudFile[]): void
  web(files: readonly CloudFile[], domain: string): void
  print(files: readonly CloudFile[]): void
  bluetooth(files: readonly CloudFile[]): void
  /** Packs files and gives the archive. */
  archive(files: readonly CloudFile[], name: string): CloudFile
  renameOnDevice(file: CloudFile, name: string): CloudFile
  removeOnDevice(files: readonly CloudFile[]): void
  fromStick(files: readonly CloudFile[]): void
  fetchTool(name: string): void
  forward(to: string): void
  openMailboxOf(addresses: readonly string[]): void
  rule(severity: 'Low' | 'Medium' | 'High', to: string): void
  signIn(isGood: boolean): void
  directory(operation: string, to: string): void
  protection(operation: string, name: string): void
  report(operation: string): void
  device(action: string, more?: Readonly<Record<string, unknown>>): void
  failLogon(times: number): void
  alert(category: security.AlertCategory, severity: security.Severity, title: string): void
  door(door: security.Door, isOpened: boolean): void
}

const STICK = { Manufacturer: 'Korvo', Model: 'Stick 128', SerialNumber: 'KV-20771' }

export function handsOf(log: Log, person: Person, chance: Chance, atMs: number, ip: string): Hands {
  const write = (record: object): void => {
    log.add('audit', hands.atMs, record)
  }
  const step = (shortestSeconds: number, longestSeconds: number): audit.Moment => {
    hands.atMs += 1000 * chance.between(shortestSeconds, longestSeconds)
    return hands
  }
  const device = (operation: string, file: CloudFile, more: Readonly<Record<string, unknown>> = {}): void => {
    write(audit.deviceRecord(step(2, 15), operation, file.name, file.sizeBytes, more))
  }
  const hands: Hands = {
    person,
    chance,
    atMs,
    ip,
    at: (ms) => {
      hands.atMs = ms
      return hands
    },
    wait: (minutes) => {
      hands.atMs += minutes * 60_000
      return hands
    },
    elsewhere: () => {
      hands.ip = `2001:db8:f${chance.hex(3)}::${chance.hex(2)}`
      return hands
    },
    files: (operation, files) => {
      for (const file of files) write(audit.fileRecord(step(2, 30), operation, file))
    },
    rename: (file, name) => {
      write(audit.fileRecord(step(10, 60), 'FileRenamed', file, name))
      return { ...file, name }
    },
    share: (file, to) => {
      write(audit.shareRecord(step(10, 60), 'SharingSet', file, to))
    },
    openToAnyone: (files) => {
      for (const file of files) write(audit.shareRecord(step(10, 60), 'AnonymousLinkCreated', file, ''))
    },
    unlabel: (files) => {
      for (const file of files) write(audit.unlabelRecord(step(10, 60), file))
    },
    mail: (to, files) => {
      write(audit.mailRecord(step(30, 240), [to], `Re: ${chance.hex(4)}`, files))
    },
    stick: (files) => {
      for (const file of files)
        device('FileCopiedToRemovableMedia', file, {
          TargetFilePath: `E:\\${file.name}`,
          RemovableMediaDeviceAttributes: STICK
        })
    },
    web: (files, domain) => {
      for (const file of files) device('FileUploadedToCloud', file, { TargetDomain: domain })
    },
    print: (files) => {
      for (const file of files) device('FilePrinted', file, { TargetPrinterName: 'Floor 2' })
    },
    bluetooth: (files) => {
      for (const file of files) device('FileTransferredByBluetooth', file)
    },
    archive: (files, name) => {
      for (const file of files) device('FileArchived', file, { TargetFilePath: audit.localPath(person, name) })
      const archive = ownFile(
        person,
        name,
        files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
      )
      device('ArchiveCreated', archive)
      return archive
    },
    renameOnDevice: (file, name) => {
      const renamed = { ...file, name }
      device('FileRenamed', renamed, { PreviousFileName: audit.localPath(person, file.name) })
      return renamed
    },
    removeOnDevice: (files) => {
      for (const file of files) device('FileDeleted', file)
    },
    fromStick: (files) => {
      for (const file of files) device('FileCopiedFromRemovableMedia', file)
    },
    fetchTool: (name) => {
      device('FileDownloadedFromBrowser', ownFile(person, name, chance.between(200_000, 9_000_000)))
    },
    forward: (to) => {
      write(audit.mailboxRecord(step(20, 90), 'New-InboxRule', { Name: 'copy', ForwardTo: to }))
    },
    openMailboxOf: (addresses) => {
      for (const address of addresses)
        write(
          audit.mailboxRecord(step(20, 90), 'Add-MailboxPermission', {
            Identity: address,
            User: person.address,
            AccessRights: 'FullAccess'
          })
        )
    },
    rule: (severity, to) => {
      write(audit.ruleRecord(step(1, 20), severity, to, 'Figures'))
    },
    signIn: (isGood) => {
      write(audit.signInRecord(step(5, 40), isGood))
    },
    directory: (operation, to) => {
      write(audit.directoryRecord(step(20, 120), operation, to))
    },
    protection: (operation, name) => {
      write(audit.protectionRecord(step(20, 120), operation, name))
    },
    report: (operation) => {
      write(audit.reportRecord(step(20, 120), operation, `Figures ${chance.between(1, 60)}`))
    },
    device: (action, more) => {
      const moment = step(5, 60)
      log.add('devices', moment.atMs, security.deviceEvent(moment, action, more))
    },
    failLogon: (times) => {
      for (let time = 0; time < times; time += 1) {
        const moment = step(5, 40)
        log.add('devices', moment.atMs, security.failedLogon(moment))
      }
    },
    alert: (category, severity, title) => {
      const moment = step(30, 200)
      log.add('alerts', moment.atMs, security.alertRecord(moment, category, severity, title))
    },
    door: (door, isOpened) => {
      const moment = step(10, 60)
      log.addText('doors', moment.atMs, security.doorRow(moment, door, isOpened))
    }
  }
  return hands
}
