/** What is fixed about the made-up company: tenant, departments, labels, outside domains. Only reserved names and addresses. */

export const tenant = {
  name: 'Larkfield Instruments',
  domain: 'larkfield.example',
  organizationId: '6f0a2c1e-5b7d-4e1a-9c3f-2d8b4a6e1c05',
  organizationName: 'larkfield.onmicrosoft.com',
  sharePoint: 'https://larkfield.sharepoint.com',
  oneDrive: 'https://larkfield-my.sharepoint.com'
}

export const prioritySite = `${tenant.sharePoint}/sites/Turbine-Designs`

/** From the least to the most sensitive. */
export const labels = {
  general: { id: '1f3b6d52-7c90-4c1e-8a4d-0b5e9d2f7a11', name: 'General' },
  confidential: { id: '2a4c7e63-8da1-4d2f-9b5e-1c6fae308b22', name: 'Confidential' },
  highlyConfidential: { id: '3b5d8f74-9eb2-4e30-ac6f-2d70bf419c33', name: 'Highly Confidential' }
}

/**
 * `downloads`, `mail` and `outside` are means per working day; `outside` is the share of mail that leaves the company.
 * @type {readonly {name: string, code: string, headcount: number, site: string, downloads: number, mail: number, outside: number, titles: readonly string[]}[]}
 */
export const departments = [
  {
    name: 'Engineering',
    code: 'EN',
    headcount: 38,
    site: 'Engineering',
    downloads: 2,
    mail: 0.5,
    outside: 0.06,
    titles: ['Mechanical Engineer', 'Simulation Engineer', 'Test Engineer', 'Design Engineer', 'Controls Engineer']
  },
  {
    name: 'Manufacturing',
    code: 'MF',
    headcount: 28,
    site: 'Manufacturing',
    downloads: 0.7,
    mail: 0.3,
    outside: 0.05,
    titles: ['Production Planner', 'Machine Operator', 'Quality Technician', 'Shift Lead']
  },
  {
    name: 'Sales',
    code: 'SA',
    headcount: 24,
    site: 'Sales-CRM',
    downloads: 1.2,
    mail: 1.1,
    outside: 0.35,
    titles: ['Account Executive', 'Sales Engineer', 'Inside Sales Representative']
  },
  {
    name: 'Marketing',
    code: 'MK',
    headcount: 12,
    site: 'Brand-Studio',
    downloads: 1.1,
    mail: 0.8,
    outside: 0.2,
    titles: ['Content Editor', 'Campaign Planner', 'Designer']
  },
  {
    name: 'Finance',
    code: 'FI',
    headcount: 12,
    site: 'Finance-Reporting',
    downloads: 1.3,
    mail: 0.8,
    outside: 0.12,
    titles: ['Accountant', 'Controller', 'Payroll Specialist']
  },
  {
    name: 'Human Resources',
    code: 'HR',
    headcount: 8,
    site: 'People-Office',
    downloads: 0.7,
    mail: 0.8,
    outside: 0.15,
    titles: ['HR Partner', 'Recruiter']
  },
  {
    name: 'Information Technology',
    code: 'IT',
    headcount: 12,
    site: 'IT-Operations',
    downloads: 0.7,
    mail: 0.5,
    outside: 0.08,
    titles: ['Systems Engineer', 'Service Desk Analyst', 'Network Engineer']
  },
  {
    name: 'Legal and Records',
    code: 'LR',
    headcount: 6,
    site: 'Records-Archive',
    downloads: 1.3,
    mail: 0.6,
    outside: 0.15,
    titles: ['Counsel', 'Contract Analyst', 'Records Clerk']
  },
  {
    name: 'Customer Service',
    code: 'CS',
    headcount: 10,
    site: 'Customer-Care',
    downloads: 0.6,
    mail: 0.9,
    outside: 0.3,
    titles: ['Support Agent', 'Field Service Coordinator']
  }
]

export const customers = [
  'northgate-utilities.example',
  'vantor-energy.example',
  'rio-alto-hydro.example',
  'maplecrest-power.example'
]
export const suppliers = ['castwell-foundry.example', 'steinbruck-alloys.example', 'harrow-bearings.example']
export const travelAgency = 'wayfare-travel.example'
export const freemail = 'freemail.example'
export const cloudDrive = 'cloud-drive.example'
export const supplierPortal = 'supplier-portal.example'
