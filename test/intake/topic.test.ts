// Names that products give to alerts and sites, and the topics that they are brought to.
import { describe, expect, it } from 'vitest'
import { countryOf } from '../../src/main/intake/normalise/country.ts'
import { topicOfHost } from '../../src/main/intake/normalise/known-sites.ts'
import { siteTopicOf } from '../../src/main/intake/normalise/site-topic.ts'
import { alertTopicOf, knownAlertTopicOf, topicWordsOf } from '../../src/main/intake/normalise/topic.ts'

describe('the topic of an alert', () => {
  it.each([
    ['DefenseEvasion', 'Anything', 'defense-evasion'],
    ['UnwantedSoftware', '', 'unwanted-software'],
    ['Malware', "'Madeup' malware was prevented", 'malware'],
    ['Malware', 'Ransomware behavior detected', 'ransomware'],
    ['CredentialStealing', '', 'credential-access'],
    ['InitialAccess, Collection', '', 'collection'],
    ['InitialAccess', 'Impossible travel activity', 'impossible-travel'],
    ['', 'Activity from infrequent country', 'infrequent-country'],
    ['', 'Multiple failed login attempts', 'multiple-failed-logins'],
    ['Exfiltration', 'Mass download by a single user', 'mass-download'],
    ['', 'Unusual file download (by user)', 'mass-download'],
    ['ThreatManagement', 'Unusual volume of file deletion', 'mass-deletion'],
    ['', 'Unusual volume of external file sharing', 'mass-sharing'],
    ['', 'Multiple storage deletion activities', 'storage-deletion'],
    ['', 'Multiple VM creation activities', 'vm-creation'],
    ['', 'Multiple delete VM activities', 'vm-deletion'],
    ['', 'Suspicious creation activity for cloud region', 'suspicious-cloud-creation'],
    ['', 'Unusual administrative activity (by user)', 'suspicious-admin-activity'],
    ['', 'Suspicious change of CloudTrail logging service', 'cloud-logging-change'],
    ['', 'Activity performed by terminated user', 'terminated-user'],
    ['DataLossPrevention', 'Cards', 'data-loss-prevention'],
    ['', 'DLP policy (Cards) matched for email with subject (mass download)', 'data-loss-prevention'],
    ['', 'Suspected brute-force attack', 'credential-access'],
    // What the table does not know keeps the words of its source.
    ['SuspiciousActivity', 'Something', 'suspicious-activity'],
    ['ThreatManagement', 'Email reported by user as malware or phish', 'threat-management'],
    ['Incident', 'Something', ''],
    ['', 'Antivirus pattern updated', '']
  ])('%s, "%s" is %s', (category, title, topic) => {
    expect(alertTopicOf(category, title)).toBe(topic)
  })

  it('is empty where only the table is asked and does not know it', () => {
    expect(knownAlertTopicOf('SuspiciousActivity', 'Something')).toBe('')
  })

  it('is bounded, and has neither signs nor hyphens at its ends', () => {
    expect(topicWordsOf(' «Très long» / VMCreation ')).toBe('très-long-vm-creation')
    expect(topicWordsOf('a'.repeat(500))).toHaveLength(80)
    expect(topicWordsOf(`${'a'.repeat(79)} b`)).toBe('a'.repeat(79))
  })
})

describe('the topic of a site', () => {
  it.each([
    ['Criminal Activities', 'criminal-activity'],
    ['Cults', 'cult'],
    ['Gambling', 'gambling'],
    ['Hacking', 'hacking'],
    ['Hate & Intolerance', 'hate'],
    ['Peer-to-Peer File Sharing', 'illegal-software'],
    ['P2P', 'illegal-software'],
    ['Keyloggers and Monitoring', 'keylogger'],
    ['Generative AI', 'generative-ai'],
    ['GenAI', 'generative-ai'],
    ['Security Risk - Compromised/malicious sites', 'malware-site'],
    ['Malware', 'malware-site'],
    ['Spyware', 'malware-site'],
    ['Phishing and Other Frauds', 'phishing-site'],
    ['Adult Content - Pornography', 'pornography'],
    ['Violence/Terrorism', 'violence'],
    ['Child Abuse Images', 'child-abuse'],
    ['Job Search & Careers', 'job-search'],
    ['WebMail', 'web-mail'],
    ['Web-based Email', 'web-mail'],
    ['Cloud Storage', 'file-sharing'],
    ['Personal Network Storage', 'file-sharing'],
    // Names that look alike and mean something else.
    ['Arts & Culture', 'arts-culture'],
    ['Adult Sex Education', 'adult-sex-education'],
    ['Antivirus', 'antivirus'],
    ['Professional Networking', 'professional-networking'],
    ['n/a', ''],
    ['Uncategorized', '']
  ])('%s is %s', (category, topic) => {
    expect(siteTopicOf([category])).toBe(topic)
  })

  it('is the gravest of several', () => {
    expect(siteTopicOf(['Webmail', 'Technology', 'Phishing'])).toBe('phishing-site')
    expect(siteTopicOf(['All Categories', 'Technology'])).toBe('technology')
  })

  it('is known of a host and of what is below it, and of nothing that only ends alike', () => {
    expect(topicOfHost('uk.indeed.com')).toBe('job-search')
    expect(topicOfHost('notindeed.com')).toBe('')
    expect(topicOfHost('google.com')).toBe('')
    expect(topicOfHost('')).toBe('')
  })
})

describe('a country', () => {
  it.each([
    ['de', 'DE'],
    ['Portugal', 'PT'],
    ['United Kingdom', 'GB'],
    ['United States', 'US'],
    ['Germany', 'DE'],
    ['ZZ', ''],
    ['Unknown', ''],
    ['Harbour Street', ''],
    ['', '']
  ])('%s is %s', (written, country) => {
    expect(countryOf(written)).toBe(country)
  })
})
